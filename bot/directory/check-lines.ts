import { knownRegion } from './place-tables.ts';
import type { PlaceTables } from './place-tables.ts';
import { dialled } from './phone.ts';
import type { Line, LinesSource } from './line-schema.ts';
import type { Problem } from './problem.ts';
import type { Resource } from './schema.ts';

/**
 * The rules of `resources/safety/lines.yaml`, written at its top. `file` is its name, for the messages. `complete` says that
 * every service could be read: otherwise a missing one is not reported twice.
 */
export function checkLines(
  file: string,
  source: LinesSource,
  resources: ReadonlyMap<string, Resource>,
  tables: PlaceTables,
  complete: boolean,
): Problem[] {
  const problems: Problem[] = [];
  const report = (path: string, message: string): void => {
    problems.push({ code: 'DIR201', file, path, message });
  };
  const lines = new Map<string, Line>();
  for (const line of source.lines) {
    if (lines.has(line.id)) report(`lines[${line.id}].id`, 'this id is used twice');
    lines.set(line.id, line);
  }

  for (const line of source.lines) {
    const at = `lines[${line.id}]`;
    for (const field of unconfirmedButFilled(line)) {
      report(`${at}.${field}`, 'it is unconfirmed, so it must stay empty until someone has confirmed it');
    }
    if (line.phone !== null && dialled(line.phone, line.country) === null) {
      report(`${at}.phone`, `not a phone number of ${line.country}`);
    }
    if (line.sms !== null && dialled(line.sms.number, line.country) === null) {
      report(`${at}.sms.number`, `not a number of ${line.country} that takes texts`);
    }
    if (line.kind === 'emergency' && line.sms !== null && line.sms.condition === undefined) {
      report(`${at}.sms.condition`, 'say who may text, or where: emergency texts do not work for everyone');
    }
    if (line.region !== null && !knownRegion(tables, line.region)) {
      report(`${at}.region`, `${line.region} is not a place we know`);
    }
    if (complete && line.same_as !== null && !resources.has(line.same_as)) {
      report(`${at}.same_as`, `there is no service ${line.same_as}`);
    }
    if (resources.has(line.id) && line.same_as !== line.id) {
      report(`${at}.id`, 'a service has the same id; say `same_as` if they are the same');
    }
    for (const id of line.also) {
      const other = lines.get(id);
      if (other === undefined) report(`${at}.also`, `there is no line ${id}`);
      else if (other.region === null)
        report(`${at}.also`, `${id} needs a region, to be named with its number`);
      else problems.push(...notShowable(file, `${at}.also`, other));
    }
  }

  for (const [country, lists] of Object.entries(source.lists)) {
    for (const [purpose, ids] of Object.entries(lists)) {
      const path = `lists.${country}.${purpose}`;
      for (const id of ids) {
        const line = lines.get(id);
        const resource = resources.get(id);
        if (line === undefined && resource === undefined) {
          if (complete) report(path, `there is no line and no service ${id}`);
        } else if (line === undefined && purpose !== 'helpline') {
          report(path, `${id} is a service; only lines of this file belong here`);
        } else if (line === undefined && resource?.phone === null) {
          report(path, `${id} has no phone number`);
        }
        if (line === undefined) continue;
        problems.push(...notShowable(file, path, line));
        if (line.country !== country) report(path, `${id} is a line of ${line.country}`);
        if (purpose === 'night' && line.hours?.always_open !== true) {
          report(path, `${id} does not answer day and night, as far as we know`);
        }
      }
      const emergency = ['crisis', 'abuse', 'poisons', 'emergency'].includes(purpose);
      if (emergency && !ids.some((id) => lines.get(id)?.kind === 'emergency')) {
        report(path, 'the emergency number must be in this list');
      }
    }
  }
  return problems;
}

function notShowable(file: string, path: string, line: Line): Problem[] {
  const problems: Problem[] = [];
  if (line.confidence === 'low') {
    problems.push({
      code: 'DIR201',
      file,
      path,
      message: `${line.id} has low confidence: check it before it is shown`,
    });
  }
  if (line.unconfirmed.some((entry) => entry.what === 'line')) {
    problems.push({
      code: 'DIR201',
      file,
      path,
      message: `${line.id} is unconfirmed as a whole: it may not be shown`,
    });
  }
  if ([line.phone, line.sms, line.chat, line.web, line.email].every((way) => way === null)) {
    problems.push({
      code: 'DIR201',
      file,
      path,
      message: `${line.id} has nothing to call, text, open or write to`,
    });
  }
  return problems;
}

function unconfirmedButFilled(line: Line): string[] {
  return line.unconfirmed.flatMap(({ what }) => {
    switch (what) {
      case 'phone':
      case 'sms':
      case 'chat':
      case 'web':
      case 'email':
      case 'deaf':
      case 'hours':
      case 'menu':
        return line[what] === null ? [] : [what];
      case 'keyword-es':
        return line.sms?.keyword?.es === undefined ? [] : ['sms.keyword.es'];
      case 'line':
      case 'other':
        return [];
      default:
        return what satisfies never;
    }
  });
}

/** Lines read before `day` (ISO date): their numbers must be checked again before they are shown to the public. */
export function readBefore(lines: Iterable<Line>, day: string): string[] {
  return [...lines].filter((line) => line.kind !== 'own' && line.checked < day).map((line) => line.id);
}

/** Lines that nobody has called yet. */
export function neverCalled(lines: Iterable<Line>): string[] {
  return [...lines].filter((line) => line.phone !== null && line.called === null).map((line) => line.id);
}
