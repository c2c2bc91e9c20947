import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS, runNav } from '../../bot/cli/run-nav.ts';
import { type SmallRoot, smallRoot } from './small-root.ts';

const head = 'about: A draft of an author.\nwording: { owner: team, reviewed: [] }\nstart: hello\nnodes:\n';

describe('nav', () => {
  let at: SmallRoot;
  beforeEach(() => (at = smallRoot()));
  afterEach(() => at.remove());

  it('lists its commands when asked nothing, and for each has a help', async () => {
    expect(await runNav([], at.io)).to.equal(0);
    for (const command of COMMANDS) {
      expect(at.out.join('')).to.include(`  ${command.name}`);
      const own = smallRoot();
      expect(await runNav([command.name, '--help'], own.io)).to.equal(0);
      expect(own.out.join('')).to.include(`nav ${command.name}`);
      own.remove();
    }
  });

  it('offers the nearest command for one that there is not', async () => {
    expect(await runNav(['chekc'], at.io)).to.equal(2);
    expect(at.err.join('')).to.include('Did you mean check?');
    expect(at.out).to.deep.equal([]);
  });

  it('tells the usage when an option is not known', async () => {
    expect(await runNav(['check', '--jsn'], at.io)).to.equal(2);
    expect(at.err.join('')).to.include('nav check [FILE…] [--json]');
  });

  describe('check', () => {
    it('is content with sound files, and says what it did not check', async () => {
      expect(await runNav(['check'], at.io)).to.equal(0);
      const said = at.out.join('');
      expect(said).to.include('5 dialogs, 10 nodes, 1 option: no errors, 1 warning');
      expect(said).to.include('safety rules: NOT checked');
    });

    it('shows the place, the line and the remedy, and ends with 1', async () => {
      at.write('dialogs/example.yaml', `dialog: example\n${head}  hello: { say: Hello., next: helo }\n`);
      expect(await runNav(['check'], at.io)).to.equal(1);
      expect(at.out.join('')).to.include(
        [
          'dialogs/example.yaml:6:31 error DLG101 Unknown node',
          '  There is no node `helo` in this dialog.',
          '  5 | nodes:',
          '  6 |   hello: { say: Hello., next: helo }',
          '    |                               ^^^^',
          '  → Did you mean `hello`?',
        ].join('\n'),
      );
    });

    it('says one JSON value and nothing else with --json', async () => {
      at.write('dialogs/example.yaml', `dialog: example\n${head}  hello: { say: Hello., next: helo }\n`);
      expect(await runNav(['check', '--json'], at.io)).to.equal(1);
      const said = JSON.parse(at.out.join('')) as {
        ok: boolean;
        diagnostics: { code: string; nearest?: string }[];
      };
      expect(said.ok).to.equal(false);
      expect(said.diagnostics.map((one) => [one.code, one.nearest])).to.deep.include(['DLG101', 'hello']);
      expect(at.err).to.deep.equal([]);
    });

    it('takes a draft elsewhere for the dialog it says it is, and tells only what is new with it', async () => {
      at.write('desk/my draft 2.yaml', `dialog: example\n${head}  hello: { say: Hello., next: nowhere }\n`);
      expect(await runNav(['check', 'desk/my draft 2.yaml'], at.io)).to.equal(1);
      const said = at.out.join('');
      expect(said).to.include('desk/my draft 2.yaml:6:31 error DLG101');
      expect(said).to.include('1 error, 0 warnings');
    });

    it('tells what a draft breaks elsewhere', async () => {
      at.write(
        'desk/variables.yaml',
        'variables:\n  mood: { one_of: [now, later] }\n  area: { place: true, sensitive: true }\n',
      );
      expect(await runNav(['check', 'desk/variables.yaml'], at.io)).to.equal(1);
      expect(at.out.join('')).to.include('dialogs/home.yaml:8:24 error DLG201');
    });

    it('does not know a file that is not there', async () => {
      expect(await runNav(['check', 'nowhere.yaml'], at.io)).to.equal(2);
      expect(at.err.join('')).to.include('There is no file nowhere.yaml.');
    });
  });

  it('draws a dialog', async () => {
    expect(await runNav(['graph', 'home'], at.io)).to.equal(0);
    const lines = at.out.join('').split('\n');
    expect(lines[0]).to.equal('flowchart TD');
    expect(lines).to.include('  n_mood("mood<br>? How is now?")');
    expect(lines).to.include('  n_example --> goal_end');
  });

  it('offers the nearest dialog to draw', async () => {
    expect(await runNav(['graph', 'hoem'], at.io)).to.equal(2);
    expect(at.err.join('')).to.include('Did you mean home?');
  });

  it('explains a diagnostic', async () => {
    expect(await runNav(['diagnostics', 'dlg101'], at.io)).to.equal(0);
    expect(at.out.join('')).to.include('DLG101 Unknown node (error)');
  });

  it('writes schemas, and knows when they are current', async () => {
    expect(await runNav(['schema', '--check'], at.io)).to.equal(1);
    expect(await runNav(['schema'], at.io)).to.equal(0);
    expect(await runNav(['schema', '--check'], at.io)).to.equal(0);
    const schema = JSON.parse(readFileSync(join(at.root, 'dialogs/dialog.schema.json'), 'utf8')) as {
      required: string[];
    };
    expect(schema.required).to.include.members(['dialog', 'start', 'nodes']);
  });

  it('plays a conversation as it is typed', async () => {
    const played = smallRoot(['1', 'talk', ':vars', ':nothing', ':quit']);
    expect(await runNav(['try'], played.io)).to.equal(0);
    const said = played.out.join('');
    expect(said).to.match(/How is now\?\n {2}1 Good\n {2}2 Later is better\n/);
    expect(said).to.include('What would help?');
    expect(said).to.include('Where do you live?');
    expect(said).to.include('  wants: ["talk"]');
    expect(said).to.include('There is no :nothing.');
    played.remove();
  });

  it('plays from the middle of a dialog, with what is already known', async () => {
    expect(await runNav(['try', '--dialog', 'home.said', '--set', 'wants=talk'], at.io)).to.equal(0);
    expect(at.out.join('')).to.include('Anything else?');
    expect(at.out.join('')).not.to.include('How is now?');
  });
});
