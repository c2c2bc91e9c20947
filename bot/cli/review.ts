import { parseArgs } from 'node:util';
import { type Command, UsageError } from './command.ts';
import { writeOut } from './out-file.ts';
import { authoredSentences } from './review/authored.ts';
import { reviewDocument } from './review/document.ts';
import { pageSentences } from './review/page-texts.ts';
import { resourceSentences } from './review/resource-texts.ts';
import { atRevision } from './review/revision.ts';
import type { Sentence } from './review/sentence.ts';
import { signatures } from './review/signatures.ts';

export const review: Command = {
  name: 'review',
  summary: 'writes one document with every sentence a person can be shown, for those who review and sign',
  usage: `
nav review --out FILE [--since REVISION]

--out FILE        the document: HTML that needs nothing else, to read on a screen or on paper
--since REVISION  says for each sentence what has changed since that git revision`,
  async run(args, io) {
    const { values } = parseArgs({ args, options: { out: { type: 'string' }, since: { type: 'string' } } });
    if (values.out === undefined) throw new UsageError('Say where to write it: --out FILE.');
    const now = await everySentence(io.root);
    const { since } = values;
    const earlier =
      since === undefined
        ? null
        : { revision: since, sentences: await atRevision(io.root, since, everySentence) };
    const signed = signatures(
      io.root,
      now.map((one) => one.file),
    );
    await writeOut(values.out, [reviewDocument(now, signed, earlier)], io);
    io.out(`${now.length} sentences in ${signed.size} files: ${values.out}\n`);
    return 0;
  },
};

/** Everything a person can be shown, by file. */
async function everySentence(root: string): Promise<Sentence[]> {
  return [...authoredSentences(root), ...resourceSentences(root), ...(await pageSentences(root))];
}
