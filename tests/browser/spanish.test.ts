import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { compileAll } from '../../bot/language/compile.ts';
import { readSources } from '../../bot/language/load.ts';
import { newLine, visitChat, write } from './visit.ts';

const ROOT = join(import.meta.dirname, '..', '..');
/** Words that nearly every English sentence has, and that are no Spanish word. */
const ENGLISH =
  /(?<![\p{L}\p{N}-])(?:the|and|of|for|with|you|your|is|are|this|that|not|what|when|from|can|who|it|to|in|how|they|have|will)(?![\p{L}\p{N}-])/giu;
const NAMES = properNames();
/** English sentences of our own; those that are the same in both languages tell nothing. */
const { texts, material } = compileAll(readSources(ROOT));
const OURS = [...texts.values()]
  .filter(
    ({ key, source }) => source.length > 12 && material.translations.get('es')?.all.get(key)?.text !== source,
  )
  .map(({ source }) => source);

describe('someone who reads Spanish', function () {
  this.timeout(60_000);

  it('would be told of an English word by this test', () => {
    expect(englishIn('Aquí tiene: call this line.')).to.deep.equal(['this']);
    expect(englishIn('Puede llamar a Living Beyond Breast Cancer.')).to.deep.equal([]);
    expect(englishIn(OURS[0] ?? '')).not.to.deep.equal([]);
  });

  it('who writes it on an English page is answered in it, and the page speaks it from then on', async () => {
    const page = await visitChat();
    const before = await page.locator('.line').count();
    await write(page, 'no puedo pagar la renta de este mes');
    await newLine(page, before + 1);
    await page.locator('html[lang=es]').waitFor({ state: 'attached' });
    expect(await page.locator('header').innerText()).to.include('Menú');
  });

  for (let door = 0; door < 10; door += 1) {
    it(`reads no English word, conversation ${door + 1}`, async () => {
      const page = await visitChat({ locale: 'es-US' });
      for (const place of [door, door % 2, 0]) {
        if (!(await press(page, place))) break;
      }
      expect(await page.locator('.line').count()).to.be.greaterThan(2);
      expect(englishIn(await page.locator('body').innerText())).to.deep.equal([]);
    });
  }
});

/** Presses the answer at a place, counted round. False when no question is open. */
async function press(page: Page, place: number): Promise<boolean> {
  const choices = page.locator('.turn .choice');
  const count = await choices.count();
  if (count === 0) return false;
  const before = await page.locator('.line').count();
  await choices.nth(place % count).click();
  await newLine(page, before + 1);
  return true;
}

/** English words and sentences in a text, proper names and addresses aside. */
function englishIn(text: string): string[] {
  const whole = OURS.filter((source) => text.includes(source));
  let masked = text.replace(/\S+\.(?:org|com|gov|net|au|uk|ca|nz)\S*/g, ' ');
  for (const name of NAMES) masked = masked.replaceAll(name, ' ');
  return [...whole, ...(masked.match(ENGLISH) ?? [])];
}

/** Names of services, organisations and documents, longest first. */
function properNames(): string[] {
  const folder = join(ROOT, 'resources', 'directory');
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const paths = [...files.map((name) => join(folder, name)), join(ROOT, 'resources/safety/lines.yaml')];
  const all = [...paths, join(ROOT, 'resources/sources.yaml')].flatMap((path) =>
    [
      ...readFileSync(path, 'utf8').matchAll(
        /^\s+(?:- )?(?:name|organisation|label|title): *['"]?(.+?)['"]?$/gm,
      ),
    ].map((match) => match[1] ?? ''),
  );
  return [...new Set(all)].filter((name) => name.length > 2).sort((a, b) => b.length - a.length);
}
