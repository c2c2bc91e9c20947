import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadStaffTexts } from '../console/load.ts';
import type { Resource } from '../directory/schema.ts';
import type { compileAll } from '../language/compile.ts';
import type { Program } from '../language/program.ts';
import { checkWording } from './check-wording.ts';
import { directoryProblems } from './directory/directory-problems.ts';
import { loadModel } from '../safety/examples/load.ts';
import { loadUnderstanding } from '../understanding/load.ts';
import { loadSafety } from '../safety/load.ts';

/** What the check of another room found. `place` is a file, with a path or a line where one is known. */
export interface RoomResult {
  name: string;
  summary: string;
  problems: { place: string; message: string }[];
  /** Worth knowing, and no reason to stop. */
  notices: { place: string; message: string }[];
}

interface RoomProblem {
  file: string;
  path: string;
  message: string;
  line?: number;
}

/** Checks services, lines, places, safety rules and all wording beside the dialogs, and what the dialogs expect of them. A missing room is told as skipped. */
export async function checkOtherRooms(
  root: string,
  { program, material }: Pick<ReturnType<typeof compileAll>, 'program' | 'material'>,
  now: number,
): Promise<RoomResult[]> {
  return [
    checkDirectory(root, program, now),
    await checkSafety(root),
    await checkUnderstanding(root),
    checkStaffTexts(root),
    await checkWording(root, material.wording),
  ];
}

/** Replies, protocol and pages of the helpline. */
function checkStaffTexts(root: string): RoomResult {
  const name = 'texts of the helpline';
  if (!existsSync(join(root, 'resources', 'helplines', 'replies.yaml'))) {
    return skipped(name, 'resources/helplines/replies.yaml is not there');
  }
  const texts = loadStaffTexts(root);
  const problems =
    'problems' in texts
      ? texts.problems.map(({ file, path, message }) => ({ place: `${file} ${path}`.trim(), message }))
      : [];
  return { name, summary: problems.length > 0 ? count(problems.length) : 'no errors', problems, notices: [] };
}

function checkDirectory(root: string, program: Program, now: number): RoomResult {
  const name = 'services, lines and places';
  if (!existsSync(join(root, 'resources', 'directory', 'words.yaml'))) {
    return skipped(name, 'resources/directory/words.yaml is not there');
  }
  const { load, diagnostics } = directoryProblems(root, now);
  const told = (severity: 'error' | 'warning') =>
    diagnostics
      .filter((one) => one.severity === severity)
      .map(({ file, line, column, code, path, message, remedy }) => ({
        place: line === null ? file : `${file}:${line}:${column ?? 1}`,
        message: `${code} ${path ? `${path}: ` : ''}${message}\n  → ${remedy}`,
      }));
  const notices = told('warning');
  if (!load.ok) return { name, summary: count(told('error').length), problems: told('error'), notices };
  const { resources, lines } = load.loaded;
  const problems = [...told('error'), ...unservedKinds(program, [...resources.values()])];
  const found = problems.length > 0 ? count(problems.length) : 'no errors';
  return { name, summary: `${resources.size} services, ${lines.size} lines, ${found}`, problems, notices };
}

/** Kinds that an option or a search names and no service has: whoever asks would always find nothing. */
function unservedKinds(program: Program, resources: readonly Resource[]): RoomResult['problems'] {
  const kinds = new Set<string>(resources.flatMap((resource) => resource.kinds));
  const missing = (wanted: readonly string[]) => wanted.filter((kind) => !kinds.has(kind));
  const message = (kind: string) => `no service is of the kind \`${kind}\``;
  const options = [...program.options.values()].flatMap(({ id, providedBy }) =>
    missing(providedBy.kinds).map((kind) => ({
      place: `resources/options/${id}.yaml`,
      message: message(kind),
    })),
  );
  const nodes = [...program.dialogs.values()].flatMap((dialog) => [...dialog.nodes.values()]);
  const searches = nodes.flatMap(({ action, at }) =>
    action?.kind === 'search'
      ? missing(action.kinds).map((kind) => ({ place: `${at.file}:${at.line}`, message: message(kind) }))
      : [],
  );
  return [...options, ...searches];
}

async function checkSafety(root: string): Promise<RoomResult> {
  const name = 'safety rules';
  const folder = join(root, 'resources', 'safety');
  if (!existsSync(join(folder, 'guards.yaml')))
    return skipped(name, 'resources/safety/guards.yaml is not there');
  const load = await loadSafety(folder);
  const model = await loadModel(folder);
  if ('problems' in load || 'problems' in model) {
    const problems = [load, model]
      .flatMap((one) => ('problems' in one ? one.problems : []))
      .map((problem) => placed('resources/safety', problem));
    return { name, summary: count(problems.length), problems, notices: [] };
  }
  return { name, summary: `${load.ok.rules.length} rules, no errors`, problems: [], notices: [] };
}

async function checkUnderstanding(root: string): Promise<RoomResult> {
  const name = 'examples of wishes';
  const folder = join(root, 'resources', 'understanding');
  if (!existsSync(folder)) return skipped(name, 'resources/understanding is not there');
  const load = await loadUnderstanding(folder);
  if ('problems' in load) {
    const problems = load.problems.map((problem) => placed('resources/understanding', problem));
    return { name, summary: count(problems.length), problems, notices: [] };
  }
  return { name, summary: `${load.count} phrases, no errors`, problems: [], notices: [] };
}

function placed(
  folder: string,
  { file, path, message, line }: RoomProblem,
): { place: string; message: string } {
  const at = line === undefined ? '' : `:${line}`;
  return { place: `${folder}/${file}${at}`, message: path ? `${path}: ${message}` : message };
}

function skipped(name: string, why: string): RoomResult {
  return { name, summary: `NOT checked: ${why}`, problems: [], notices: [] };
}

function count(problems: number): string {
  return problems === 1 ? '1 error' : `${problems} errors`;
}
