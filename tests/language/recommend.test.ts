import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { recommend } from '../../bot/cli/recommend.ts';
import type { Io } from '../../bot/cli/command.ts';
import { PLAIN } from '../../bot/language/code-frame.ts';

const root = join(import.meta.dirname, '..', '..');

/** What the command says about answers written in a file. */
async function ask(answers: string, ...flags: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'answers-'));
  const [out, err]: [string[], string[]] = [[], []];
  const io: Io = {
    root,
    folder,
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    paint: PLAIN,
    now: () => 0,
    async *lines() {},
  };
  writeFileSync(join(folder, 'answers.yaml'), answers);
  try {
    const code = await recommend.run(['--answers', 'answers.yaml', ...flags], io);
    return { code, out: out.join(''), err: err.join('') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('nav recommend', () => {
  it('says in one JSON value what is offered, why, and because of which answers', async () => {
    const { code, out, err } = await ask(
      'wants: [somewhere_safe]\ngroup_nearby: false\nleave_out: online\n',
      '--json',
    );
    expect([code, err]).to.deep.equal([0, '']);
    const told: unknown = JSON.parse(out);
    expect(told).to.have.nested.property('options[0].id', 'professionally-led-group');
    expect(told).to.have.nested.property('options[0].rank', 1);
    expect(told)
      .to.have.nested.property('options[0].reasons')
      .that.deep.includes({
        text: 'Because you would like to talk without upsetting your family.',
        because_of: ['wants'],
      });
    expect(told)
      .to.have.property('left_out')
      .that.deep.includes({ id: 'online-community', why: 'You left out anything online.' });
  });

  it('can be read without --json, in Spanish too', async () => {
    const { out } = await ask('readiness: not_now\n', '--language', 'es');
    expect(out).to.match(/^1 {2}nothing-now {2}.+\n {3}Porque usted dijo que ahora no/);
    expect(out).to.include('Left out');
  });

  it('takes the place someone lives in, and the answers of someone who cares', async () => {
    const { code, out } = await ask('who: caregiver\narea: Montana\ncarer_wants: [a_break]\n', '--json');
    expect(code).to.equal(0);
    expect(JSON.parse(out)).to.have.nested.property('options[0].id', 'caregiver-support');
  });

  it('tells every wrong name and value with the nearest there is, and ends with 1', async () => {
    const { code, out, err } = await ask(
      'readines: now\nwants: [talkk]\nevenings: maybe\narea: []\n',
      '--json',
    );
    expect([code, out]).to.deep.equal([1, '']);
    expect(err).to.include('Did you mean `readiness`?');
    expect(err).to.include('Did you mean `talk`?');
    expect(err).to.include('`evenings` must be true or false.');
    expect(err).to.include('`area` must be a state or region');
  });

  it('asks for answers when the file holds none, or is no YAML', async () => {
    expect((await ask('- a\n')).err).to.include('Write one `variable: value` on each line.');
    const { code, err } = await ask('who: patient\nwants: [talk\n');
    expect(code).to.equal(1);
    expect(err).to.match(/line 3: A bracket is opened and not closed. Close it with/);
    expect((await ask('who: patient\nwants: [tall]\n')).err).to.include('line 2: ');
  });
});
