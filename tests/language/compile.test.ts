import { expect } from 'chai';
import { compile, compileAll, type SourceFile } from '../../bot/language/compile.ts';
import { normalise } from '../../bot/language/normalise.ts';
import type { Program } from '../../bot/language/program.ts';
import { baseWith } from '../diagnostics/base.ts';

function programOf(files: readonly SourceFile[]): Program {
  const compiled = compile(files);
  if (!compiled.ok) expect.fail(compiled.diagnostics.map((one) => one.message).join('\n'));
  return compiled.program;
}
const head = 'dialog: example\nabout: An example without a fault.\nwording: { owner: team, reviewed: [] }\n';

describe('the compiler', () => {
  it('tells everything that is wrong in every file, at once, in reading order', () => {
    const { diagnostics } = compileAll(
      baseWith({
        'dialogs/example.yaml': `${head}start: helo\nnodes:\n  hello: { sya: Hello., next: ende }\n  b: { call: nowhere, next: end }\n`,
        'dialogs/lines.yaml': 'dialog: lines\nabout: x: y\n',
        'dialogs/variables.yaml':
          'variables:\n  mood: { one_off: [now, later] }\n  wants: { many_of: [talk, read] }\n  area: { place: true, sensitive: true }\n',
        'resources/sources.yaml': 'sources:\n  - { source: A, label: x }\n',
      }),
    );
    const told = diagnostics
      .filter((one) => one.code !== 'DLG503')
      .map((one) => `${one.file}:${one.line} ${one.code}`);
    expect(told).to.deep.equal([
      'dialogs/example.yaml:4 DLG101',
      'dialogs/example.yaml:6 DLG003',
      'dialogs/example.yaml:6 DLG101',
      'dialogs/example.yaml:7 DLG102',
      'dialogs/lines.yaml:2 DLG001',
      'dialogs/variables.yaml:2 DLG003',
      'resources/sources.yaml:2 DLG005',
      'resources/sources.yaml:2 DLG005',
      'resources/sources.yaml:2 DLG005',
      'resources/sources.yaml:2 DLG005',
      'resources/sources.yaml:2 DLG006',
    ]);
  });

  it('does not tell what only follows from a file that cannot be read', () => {
    const { diagnostics } = compileAll(
      baseWith({ 'dialogs/variables.yaml': 'variables:\n  mood: { one_of: [now' }),
    );
    expect(diagnostics.filter((one) => one.severity === 'error').map((one) => one.code)).to.deep.equal([
      'DLG001',
    ]);
  });

  it('gives the same revision for the same files in any order, and another for another text', () => {
    const files = baseWith();
    const { revision } = programOf(files);
    expect(programOf(files.toReversed()).revision).to.equal(revision);
    const changed = baseWith({
      'dialogs/example.yaml': `${head}start: hello\nnodes:\n  hello: { say: Hello there., next: end }\n`,
    });
    expect(programOf(changed).revision).not.to.equal(revision);
  });

  it('names variables in full, a dialog’s own before the shared', () => {
    const program = programOf(
      baseWith({
        'dialogs/example.yaml': `${head}vars: { way: { one_of: [phone, video] } }\nstart: way\nnodes:\n  way:\n    ask: { var: way, text: Which way?, choices: { phone: By phone, video: By video } }\n    next: [{ when: { way: phone, mood: now, country: { in: [us, au] } }, go: end }, { else: stop }]\n`,
      }),
    );
    expect(program.dialogs.get('example')?.nodes.get('way')?.next).to.deep.equal({
      branches: [
        {
          when: {
            op: 'all',
            of: [
              { op: 'is', variable: 'example.way', value: 'phone' },
              { op: 'is', variable: 'mood', value: 'now' },
              { op: 'in', variable: 'country', values: ['us', 'au'] },
            ],
          },
          go: 'end',
        },
      ],
      else: 'stop',
    });
    expect(program.variables.get('example.way')?.dialog).to.equal('example');
  });

  it('turns tags of the rules into options', () => {
    const [rule] = programOf(baseWith()).judgement.get('patient')?.rules ?? [];
    expect(rule?.options).to.deep.equal(['matched-peer']);
    expect(rule?.variables).to.deep.equal(['wants']);
  });

  it('cuts texts at their places', () => {
    const program = programOf(
      baseWith({
        'dialogs/example.yaml': `${head}start: hello\nnodes:\n  hello: { say: "In {area|your area}, then.", next: end }\n`,
      }),
    );
    expect(program.dialogs.get('example')?.nodes.get('hello')?.say).to.deep.equal([
      { key: 'example.hello.say', en: ['In ', { variable: 'area', fallback: 'your area' }, ', then.'] },
    ]);
  });

  it('takes a translation that is current, and leaves out one that is stale', () => {
    const say = (of: string) =>
      compileAll(
        baseWith({
          'dialogs/strings/es.yaml': `language: es\nstrings:\n  safety-net.here.say: { of: "${of}", text: Estoy aquí. }\n`,
        }),
      )
        .program.dialogs.get('safety-net')
        ?.nodes.get('here')?.say[0];
    expect(say('199750')).to.deep.equal({ key: 'safety-net.here.say', en: 'I am here.', es: 'Estoy aquí.' });
    expect(say('000000')).to.deep.equal({ key: 'safety-net.here.say', en: 'I am here.' });
  });

  it('folds what is typed: capitals, accents, marks and invisible letters make no difference', () => {
    expect(normalise('A Person!')).to.equal('a person');
    expect(normalise('¿Por qué?')).to.equal('por que');
    expect(normalise('I’m  scared…')).to.equal('im scared');
    expect(normalise('it\u200Bs')).to.equal('its');
  });

  it('calls a loop through another dialog a loop, unless that dialog asks', () => {
    const calling = (lines: string) =>
      compileAll(
        baseWith({
          'dialogs/example.yaml': `${head}start: a\nnodes:\n  a: { call: lines, next: a }\n`,
          'dialogs/lines.yaml': `dialog: lines\nabout: Numbers to call.\nwording: { owner: team, reviewed: [] }\nstart: lines\nnodes:\n  lines: ${lines}\n`,
        }),
      ).diagnostics.map((one) => one.code);
    expect(calling('{ say: You can call., next: end }')).to.include('DLG107');
    expect(
      calling('{ ask: { var: mood, text: Now?, choices: { now: Now, later: Later } }, next: end }'),
    ).not.to.include('DLG107');
    expect(calling('{ call: example, next: end }')).to.include('DLG107');
  });

  it('does not count a question that may have nothing to offer as a rest on the way round', () => {
    const codes = compileAll(
      baseWith({
        'dialogs/example.yaml': `${head}start: a\nnodes:\n  a:\n    ask:\n      var: mood\n      text: Now?\n      choices: { now: { label: Now, when: { wants: { has: talk } } } }\n    next: a\n`,
      }),
    ).diagnostics.map((one) => one.code);
    expect(codes).to.include('DLG107');
  });
});
