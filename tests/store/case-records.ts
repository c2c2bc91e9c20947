import type { Case } from '../../bot/domain/case.ts';
import { newCase } from '../../bot/handoff/case.ts';
import { instant } from './records.ts';

/** Someone asks to be called back: a case in the list of calls. */
export function callback(id: string): Case {
  return newCase(
    {
      id,
      conversation: `conversation of ${id}`,
      way: 'callback',
      summary: [{ id: 'call-back.phone', label: 'Number', text: '406 555 0100' }],
      earlier: false,
      fromSeq: 4,
      language: 'en',
      country: 'US',
      safety: [],
      callback: { phone: '406 555 0100', name: 'Ann', times: ['Morning'], message: 'name_only' },
    },
    instant(0),
  );
}
