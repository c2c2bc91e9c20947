import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'chai';
import { CaseFiles, MemoryCases } from '../../bot/store/cases.ts';
import { StoreFailure } from '../../bot/store/failure.ts';
import { MemoryStore } from '../../bot/store/memory.ts';
import { createRunTurn } from '../../bot/turn/create-run-turn.ts';
import { openCase } from '../../bot/turn/open-case.ts';
import type { CaseStore, ConversationStore } from '../../bot/turn/ports.ts';
import type { RunTurn, TurnRequest, TurnResult } from '../../bot/turn/run-turn.ts';
import { NOON, smallDirectory, testBed } from '../engine/test-bed.ts';
import { callback } from './case-records.ts';
import { filesBelow, folders } from './folder.ts';
import { recordOf } from './records.ts';

/** The test bed, where a person is asked for after a yes. */
const program = testBed({
  'dialogs/reach-a-person.yaml': `
dialog: reach-a-person
about: Asks for a person.
wording: { owner: team, reviewed: [] }
vars: { approve: { one_of: [send, dont] } }
start: approve
nodes:
  approve:
    say: This is what they would see.
    show: { summary: &lines [mood] }
    ask: { var: approve, text: Send it?, choices: { send: Send it, dont: Do not } }
    next: [{ when: { approve: send }, go: send }, { else: end }]
  send: { handoff: { way: live, share: *lines }, next: end }
`,
});

function runTurn(store: ConversationStore, cases: CaseStore): RunTurn {
  return createRunTurn({
    program: () => program,
    directory: () => smallDirectory,
    store,
    cases,
    clock: { now: () => NOON },
    chance: { id: () => 'id', code: () => 'CODE' },
    assess: () => null,
    helpline: () => ({ state: 'none' }),
    retentionHours: 24,
  });
}

/** Up to "Send it?": what the next press is. */
async function askedToSend(run: RunTurn): Promise<(key: string, choice: string) => TurnRequest> {
  await run({ conversation: 'c', key: 'start', input: { kind: 'start' } });
  await run({ conversation: 'c', key: 'consent', input: { kind: 'consent' } });
  const asked = await run({ conversation: 'c', key: 'ask', input: { kind: 'interrupt', id: 'person' } });
  const ask = askOf(asked);
  return (key, choice) => ({
    conversation: 'c',
    key,
    input: { kind: 'choose', ask, choices: [choice] },
    said: choice,
  });
}

function askOf(result: TurnResult): string {
  const bot = result.entries.at(-1);
  return (bot?.from === 'bot' ? bot.reply.ask?.id : undefined) ?? '';
}

describe('a case, as it is kept', () => {
  const folder = folders();
  const KINDS: [kind: string, open: () => Promise<CaseStore>][] = [
    ['in files', () => CaseFiles.open(folder())],
    ['in memory', async () => new MemoryCases()],
  ];

  it('is there whole after a restart, with the number to call', async () => {
    const here = folder();
    const cases = await CaseFiles.open(here);
    const [friday, saturday] = [callback('friday'), callback('saturday')];
    expect(await cases.commit(friday, null)).to.equal('ok');
    expect(await cases.commit(saturday, null)).to.equal('ok');
    const claimed = { ...saturday, version: 2, owner: 'ana' };
    expect(await cases.commit(claimed, 1)).to.equal('ok');
    const again = await CaseFiles.open(here);
    expect(again.all()).to.have.deep.members([friday, claimed]);
    expect(again.get('friday')?.callback?.phone).to.equal('406 555 0100');
    expect(await again.commit({ ...friday, version: 2 }, 1), 'goes on from there').to.equal('ok');
  });

  it('that is no case of ours any more is put aside, and hides no other', async () => {
    const here = folder();
    const cases = await CaseFiles.open(here);
    await cases.commit(callback('whole'), null);
    await cases.commit(callback('torn'), null);
    const torn = filesBelow(here).find((path) => readFileSync(path, 'utf8').includes('"torn"'));
    writeFileSync(torn ?? '', '{"id":"torn"');
    const again = await CaseFiles.open(here);
    expect(again.all().map((one) => one.id)).to.deep.equal(['whole']);
    expect(filesBelow(here).filter((path) => path.includes('/damaged/'))).to.have.length(1);
  });

  it('removed from files leaves no file', async () => {
    const here = folder();
    const cases = await CaseFiles.open(here);
    await cases.commit(callback('done'), null);
    expect(filesBelow(here)).to.have.length(1);
    await cases.remove('done');
    await cases.remove('done');
    expect(filesBelow(here)).to.deep.equal([]);
    expect((await CaseFiles.open(here)).all()).to.deep.equal([]);
  });

  for (const [kind, open] of KINDS) {
    describe(kind, () => {
      let cases: CaseStore;
      beforeEach(async () => {
        cases = await open();
      });

      it('is none where nobody ever asked', () => {
        expect(cases.all()).to.deep.equal([]);
        expect(cases.get('nobody')).to.equal(undefined);
      });

      it('belongs to whoever came first when two change the same version', async () => {
        const fresh = callback('one');
        await cases.commit(fresh, null);
        const both = await Promise.all([
          cases.commit({ ...fresh, version: 2, owner: 'ana' }, 1),
          cases.commit({ ...fresh, version: 2, owner: 'sam' }, 1),
        ]);
        expect(both).to.deep.equal(['ok', 'conflict']);
        expect(cases.get('one')?.owner).to.equal('ana');
        expect(await cases.commit(fresh, null), 'opened again').to.equal('conflict');
        await cases.remove('one');
        expect(await cases.commit({ ...fresh, version: 3 }, 2), 'gone meanwhile').to.equal('conflict');
        expect(cases.all()).to.deep.equal([]);
      });

      it('is opened once, and a repetition takes nothing from whoever has claimed it', async () => {
        const { conversation } = recordOf('c', 1);
        const at = new Date(NOON).toISOString();
        const request = { way: 'live', lines: [], earlier: false, at, language: 'en' } as const;
        const open = () => openCase(cases, 'id', 'c', conversation, { ...request, lines: [] }, at);
        await Promise.all([open(), open()]);
        const fresh = cases.get('id');
        if (fresh === undefined) throw new Error('no case');
        const claimed = { ...fresh, version: 2, owner: 'ana' };
        await cases.commit(claimed, 1);
        await open();
        expect(cases.all()).to.deep.equal([claimed]);
      });

      it('is one, however often the turn comes that the disk did not keep', async () => {
        const store = new MemoryStore();
        const run = runTurn(store, cases);
        const press = (await askedToSend(run))('press', 'send');
        const commit = store.commit.bind(store);
        // The case was put away, then the disk had no room for the conversation; the channel sends again.
        store.commit = () => Promise.reject(new StoreFailure('commit', 'ENOSPC'));
        for (let times = 0; times < 3; times += 1) {
          const failed: unknown = await run(press).catch((error: unknown) => error);
          expect(failed).to.be.instanceOf(StoreFailure);
        }
        store.commit = commit;
        expect((await run(press)).kind).to.equal('done');
        expect((await run(press)).kind).to.equal('repeat');
        expect(cases.all()).to.have.length(1);
        const kept = (await store.load('c'))?.conversation.case?.id;
        expect(cases.all()[0]).to.include({ id: kept, conversation: 'c', state: 'requested' });
      });

      it('is taken back by a turn that another process was faster than', async () => {
        const store = new MemoryStore();
        const [here, there] = [runTurn(store, cases), runTurn(store, cases)];
        const send = await askedToSend(here);
        const opened: string[] = [];
        const commit = cases.commit.bind(cases);
        cases.commit = async (record, expected) => {
          opened.push(record.id);
          // In the other process the person has just said no.
          await there(send('no', 'dont'));
          return commit(record, expected);
        };
        const late = await here(send('yes', 'send'));
        expect(opened).to.have.length(1);
        expect(late.effects.map((effect) => effect.kind)).to.not.include('handoff');
        expect(cases.all()).to.deep.equal([]);
        expect((await store.load('c'))?.conversation.case).to.equal(undefined);
      });
    });
  }
});
