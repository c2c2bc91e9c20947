/** Choices about this browser that outlive a reload: no word of anyone. A browser that keeps nothing is fine, too. */
export type Choice = 'dark' | 'shortcuts' | 'sound';

/** What was chosen, or undefined when nothing was. */
export function kept(choice: Choice): boolean | undefined {
  try {
    const value = localStorage.getItem(`console-${choice}`);
    return value === null ? undefined : value === 'yes';
  } catch {
    return undefined;
  }
}

export function keep(choice: Choice, value: boolean): void {
  try {
    localStorage.setItem(`console-${choice}`, value ? 'yes' : 'no');
  } catch {
    // Then it is chosen again next time.
  }
}
