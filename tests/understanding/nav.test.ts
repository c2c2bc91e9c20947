import { expect } from 'chai';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Io } from '../../bot/cli/command.ts';
import { runNav } from '../../bot/cli/run-nav.ts';
import { PLAIN } from '../../bot/language/code-frame.ts';

describe('nav eval and nav explain', () => {
  let folder: string;
  let out: string;
  let err: string;
  let io: Io;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'eval-'));
    [out, err] = ['', ''];
    io = {
      root: join(import.meta.dirname, '..', '..'),
      folder,
      out: (text) => void (out += text),
      err: (text) => void (err += text),
      paint: PLAIN,
      now: () => Date.UTC(2026, 10, 18, 17),
      async *lines() {},
    };
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (...messages: object[]) =>
    writeFileSync(join(folder, 'set.jsonl'), messages.map((one) => JSON.stringify(one)).join('\n'));
  const intent = { id: 'a-1', text: 'thank you kindly for that', lang: 'en', label: 'thanks', note: '' };
  const danger = {
    id: 'b-1',
    text: 'I want to kill myself',
    lang: 'en',
    label: 'crisis_suicide',
    expect: 'escalate_crisis',
    note: '',
  };

  it('measures wishes as one JSON value with the ids of errors and no text', async () => {
    write(intent, { ...intent, id: 'a-2', label: 'restart' });
    expect(await runNav(['eval', 'intents', 'set.jsonl', '--json'], io)).to.equal(0);
    const report = JSON.parse(out) as { accuracy: number; errors: string[] };
    expect(report.accuracy).to.equal(0.5);
    expect(report.errors).to.deep.equal(['a-2']);
    expect(out).not.to.include('kindly');
  });

  it('measures the safety check', async () => {
    write(danger);
    expect(await runNav(['eval', 'safety', 'set.jsonl', '--json'], io)).to.equal(0);
    const report = JSON.parse(out) as { any_urgent: { n: number; recall: number } };
    expect(report.any_urgent).to.include({ n: 1, recall: 1 });
  });

  it('shows the same as a table', async () => {
    write(intent);
    await runNav(['eval', 'intents', 'set.jsonl'], io);
    expect(out).to.match(/accuracy +1\.000 \(0\.\d\d-1\.00\)/);
    expect(out).to.include('errors (0)');
  });

  it('says which line is no message, which file is not there, and how it is used', async () => {
    write(intent, { id: 'x' });
    expect(await runNav(['eval', 'intents', 'set.jsonl'], io)).to.equal(2);
    expect(err).to.include('Line 2 of set.jsonl');
    expect(await runNav(['eval', 'intents', 'none.jsonl'], io)).to.equal(2);
    expect(await runNav(['eval', 'dreams', 'set.jsonl'], io)).to.equal(2);
  });

  it('explains a sentence: safety, wishes, and what the bot would say', async () => {
    expect(await runNav(['explain', 'could somebody drive me to the clinic on fridays'], io)).to.equal(0);
    expect(out).to.include('transport_lodging');
    expect(out).to.include('getting-to-treatment.shown');
    out = '';
    await runNav(['explain', danger.text, '--json'], io);
    expect((JSON.parse(out) as { signal: { kind: string } }).signal.kind).to.equal('suicide');
    expect(await runNav(['explain'], io)).to.equal(2);
  });
});
