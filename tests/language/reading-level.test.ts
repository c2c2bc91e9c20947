import { expect } from 'chai';
import { count, ease, gradeEn } from '../../bot/language/reading/reading-level.ts';
import { syllablesEn } from '../../bot/language/reading/syllables-en.ts';
import { syllablesEs } from '../../bot/language/reading/syllables-es.ts';

describe('the reading level', () => {
  it('counts English syllables as they are said', () => {
    const words = {
      support: 2,
      cancer: 2,
      metastatic: 4,
      people: 2,
      question: 2,
      hospital: 3,
      information: 4,
      available: 4,
      needed: 2,
      asked: 1,
      places: 2,
      hopes: 1,
      tables: 2,
      called: 1,
      talking: 2,
      going: 2,
      video: 3,
      community: 4,
      special: 2,
      quality: 3,
      radio: 3,
      medium: 3,
      careful: 2,
      lonely: 2,
      phone: 1,
      treatment: 2,
      appointment: 3,
      usual: 3,
      frightened: 2,
      services: 3,
      changes: 2,
      organisation: 5,
      everyone: 3,
      messages: 3,
      insurance: 3,
      palliative: 4,
      experience: 4,
      language: 2,
      lived: 1,
      evidence: 3,
      eye: 1,
      a: 1,
    };
    const counted = Object.fromEntries(Object.keys(words).map((word) => [word, syllablesEn(word)]));
    expect(counted).to.deep.equal(words);
  });

  it('counts Spanish syllables as they are spelt', () => {
    const words = {
      médico: 3,
      metástasis: 4,
      quimioterapia: 5,
      seguir: 2,
      pingüino: 3,
      ciudad: 2,
      país: 2,
      guía: 2,
      línea: 3,
      ahijado: 3,
      averiguáis: 4,
      muy: 1,
      búho: 2,
      leer: 2,
      aéreo: 4,
      prohíben: 3,
      prohibir: 2,
      zoológico: 5,
      chiíta: 3,
      caíais: 3,
      ayuda: 3,
      apoyo: 3,
      reunión: 2,
      oncólogo: 4,
      alcohol: 3,
      guion: 1,
      quién: 1,
      y: 1,
    };
    const counted = Object.fromEntries(Object.keys(words).map((word) => [word, syllablesEs(word)]));
    expect(counted).to.deep.equal(words);
  });

  it('gives the grade of the published formula', () => {
    expect(gradeEn({ sentences: 2, words: 20, syllables: 28 })).to.be.closeTo(4.83, 0.005);
    expect(ease({ sentences: 2, words: 20, syllables: 40 })).to.be.closeTo(72.235, 0.001);
  });

  it('counts words and sentences as a reader does', () => {
    expect(count(["Hello. I'm a bot, not a nurse."], 'en')).to.include({ sentences: 2, words: 7 });
    expect(count(['Call Dr. Smith at 9 a.m. today, or write to a@b.org.'], 'en').sentences).to.equal(1);
    expect(count(['You live in {area|your area}.'], 'en').words).to.equal(5);
    expect(count(['One\nTwo', ''], 'en')).to.include({ sentences: 2, words: 2 });
  });
});
