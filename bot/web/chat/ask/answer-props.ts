import type { Ask } from '../../../domain/reply.ts';
import type { Chat } from '../chat.ts';

/** What every kind of answer needs. */
export interface AnswerProps {
  chat: Chat;
  ask: Ask;
  /** The id of the element that holds the question. */
  question: string | undefined;
  /** Called once the answer is on its way. */
  answered: () => void;
}
