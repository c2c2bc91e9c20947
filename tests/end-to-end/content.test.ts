import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { loadContent, type Content } from '../../bot/content.ts';
import { unreleased } from '../../bot/release-gate.ts';
import { watchContent } from '../../bot/watch.ts';

/** What authors write, in a folder of its own that a test may change. */
describe('someone who edits dialogs while the server runs', function () {
  // Each reads all content and learns from it: seconds, and more where another run shares the machine.
  this.timeout(60_000);
  let root: string;
  let stop: () => void = () => undefined;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'content-'));
    for (const folder of ['dialogs', 'resources']) cpSync(folder, join(root, folder), { recursive: true });
  });
  afterEach(() => {
    stop();
    rmSync(root, { recursive: true, force: true });
  });

  const load = async (): Promise<Content> => {
    const loaded = await loadContent(root, false);
    if (!loaded.ok) expect.fail(loaded.report);
    return loaded.content;
  };

  it('sees each change at once, and the last good version stays while something is wrong', async () => {
    let revision = (await load()).program.revision;
    const told: string[] = [];
    let wake: () => void = () => undefined;
    stop = watchContent({
      root,
      colour: false,
      changed: (content) => (revision = content.program.revision),
      tell: (text) => {
        told.push(text);
        wake();
      },
    });
    const next = async () => {
      while (told.length === 0) await new Promise<void>((resolve) => (wake = resolve));
      return told.shift() ?? '';
    };
    const file = join(root, 'dialogs', 'welcome.yaml');
    const good = readFileSync(file, 'utf8');
    const before = revision;

    writeFileSync(file, good.replace(/^start: .*$/m, 'start: no-such-node'));
    const complaint = await next();
    expect(complaint).to.contain('dialogs/welcome.yaml').and.to.contain('no-such-node');
    expect(complaint).to.contain('The last good version stays in use');
    expect(revision).to.equal(before);

    writeFileSync(file, `${good}\n# mended\n`);
    while (!(await next()).startsWith('Read again, no errors')) expect(revision).to.equal(before);
    expect(revision).not.to.equal(before);
  });

  it('is told of everything that is wrong at once, in every room', async () => {
    writeFileSync(join(root, 'dialogs', 'welcome.yaml'), 'dialog: welcome\n');
    writeFileSync(join(root, 'resources', 'safety', 'lines.yaml'), 'lines: 7\n');
    const loaded = await loadContent(root, false);
    if (loaded.ok) expect.fail('it was taken');
    expect(loaded.report).to.contain('dialogs/welcome.yaml').and.to.contain('resources/safety/lines.yaml');
  });

  it('hears plainly that the safety rules are missing', async () => {
    rmSync(join(root, 'resources', 'safety', 'rules'), { recursive: true });
    const loaded = await loadContent(root, false);
    if (loaded.ok) expect.fail('it was taken');
    expect(loaded.report).to.contain('rules is missing').and.to.contain('no message could be checked');
  });

  it('cannot bring safety text to people that nobody has signed, or a number that nobody has called', async () => {
    const called = Date.parse('2026-11-01');
    const before = unreleased(await load(), root, called);
    expect(before.join('\n')).to.match(/dialogs\/.*nobody has signed/);
    expect(before.join('\n')).to.match(/resources\/safety\/rules\/suicide\.yaml: no clinician has signed/);
    expect(before.join('\n')).to.match(/us-988: nobody has called it/);
    // As a deployment would have it after the people concerned have done their part.
    for (const name of readdirSync(join(root, 'dialogs')).filter((one) => one.endsWith('.yaml'))) {
      edit(join(root, 'dialogs', name), /reviewed: \[\]/, 'reviewed: [{ name: A Person, on: "2026-11-01" }]');
    }
    for (const name of readdirSync(join(root, 'resources', 'safety', 'rules'))) {
      edit(join(root, 'resources', 'safety', 'rules', name), /clinician: null/, 'clinician: A Clinician');
    }
    const guards = join(root, 'resources', 'safety', 'guards.yaml');
    expect(before.join('\n')).to.match(/resources\/safety\/guards\.yaml: no clinician has signed/);
    edit(guards, /clinician: null/, 'clinician: A Clinician');
    const lines = join(root, 'resources', 'safety', 'lines.yaml');
    edit(lines, /^( *)confidence: /gm, '$1called: { by: A Person, on: "2026-11-01" }\n$1confidence: ');
    const content = await load();
    expect(unreleased(content, root, called)).to.deep.equal([]);
    const later = unreleased(content, root, called + 31 * 86_400_000);
    expect(later.join('\n')).to.contain('us-988').and.not.to.contain('signed');
    const ahead = unreleased(content, root, called - 3 * 86_400_000);
    expect(ahead.join('\n')).to.contain('us-988');
  });
});

function edit(file: string, what: RegExp, by: string): void {
  writeFileSync(file, readFileSync(file, 'utf8').replace(what, by));
}
