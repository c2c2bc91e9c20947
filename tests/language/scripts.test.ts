import { expect } from 'chai';
import { join } from 'node:path';
import { coverage, isEnough, mustBeWhole } from '../../bot/cli/script/coverage.ts';
import { loadStage } from '../../bot/cli/script/stage.ts';
import { readSuite, scriptFiles } from '../../bot/cli/script/suite.ts';
import { runScript } from '../../bot/cli/script/run-script.ts';
import type { TraceStep } from '../../bot/engine/draft.ts';
import { tellFailure } from '../../bot/cli/test.ts';
import { PLAIN } from '../../bot/language/code-frame.ts';
import { compile } from '../../bot/language/compile.ts';
import { readSources } from '../../bot/language/load.ts';
import type { Stage } from '../../bot/cli/script/player.ts';

const root = join(import.meta.dirname, '..', '..');
const { scripts, diagnostics } = readSuite(scriptFiles(root));

describe('a conversation, as its script says:', () => {
  let stage: Stage;
  const trace: TraceStep[] = [];

  before(async () => {
    const compiled = compile(readSources(root));
    if (!compiled.ok) expect.fail('the dialogs have errors: npm run nav -- check');
    const loaded = await loadStage(root, compiled.program);
    expect(loaded.missing).to.deep.equal([]);
    stage = loaded.stage;
  });

  it('every script can be read', () => {
    expect(diagnostics.map((one) => `${one.file}:${one.line} ${one.message}`)).to.deep.equal([]);
    expect(scripts).not.to.deep.equal([]);
  });

  for (const script of scripts) {
    it(script.script.test, () => {
      const result = runScript(script, stage);
      trace.push(...result.trace);
      if (result.failures.length > 0) expect.fail(tellFailure(result, { paint: PLAIN }));
      expect(result.failures).to.deep.equal([]);
    });
  }

  it('every dialog that passes something on to staff must be played whole', () => {
    const whole = [...stage.program.dialogs.keys()].filter((dialog) => mustBeWhole(dialog, stage.program));
    expect(whole).to.include.members([
      'reach-a-person',
      'live-chat',
      'call-back',
      'take-lines-out',
      'waiting-for-person',
      'after-chat',
    ]);
    expect(whole).not.to.include.oneOf(['just-show-me', 'find-support']);
  });

  it('together they play all of safety, consent and passing on, and 95 in a hundred of the rest', () => {
    const little = coverage(stage.program, trace).filter((one) => !isEnough(one, stage.program));
    expect(little.map((one) => `${one.dialog}: ${one.never.join('; ')}`)).to.deep.equal([]);
  });
});
