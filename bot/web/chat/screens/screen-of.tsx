import type { Screen } from '../chat.ts';
import { About } from './about.tsx';
import { Code } from './code.tsx';
import type { ScreenProps } from './frame.tsx';
import { Menu } from './menu.tsx';
import { Plan } from './plan.tsx';
import { Urgent } from './urgent.tsx';

/** What was opened over the chat. */
export function ScreenOf({ screen, ...props }: ScreenProps & { screen: Screen }) {
  switch (screen) {
    case 'urgent':
      return <Urgent {...props} first="urgent" />;
    case 'people':
      return <Urgent {...props} first="people" />;
    case 'plan':
      return <Plan {...props} />;
    case 'menu':
      return <Menu {...props} />;
    case 'about':
      return <About {...props} />;
    case 'code':
      return <Code {...props} />;
    default:
      return screen satisfies never;
  }
}
