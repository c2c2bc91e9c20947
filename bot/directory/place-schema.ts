import { z } from 'zod/v4';

const code = z.string().regex(/^[A-Z]{2,3}$/, 'a code of two or three capital letters, such as MT or NSW');
/** `005 NY` or `010-027 MA`, with `digits` digits on each side. */
const span = (digits: number) =>
  z
    .string()
    .regex(
      new RegExp(`^\\d{${digits}}(-\\d{${digits}})? [A-Z]{2,3}$`),
      `written "${'0'.repeat(digits)} XX" or "${'0'.repeat(digits)}-${'9'.repeat(digits)} XX"`,
    );
const shared = z.record(z.string(), z.array(code).min(2));

const names = z.record(
  code,
  z.strictObject({
    en: z.string().min(2),
    es: z.string().min(2).optional(),
    /** Other ways to write it. */
    also: z.array(z.string().min(2)).default([]),
    /** Abbreviations, read only where one can stand. */
    short: z.array(z.string().min(3)).default([]),
    overseas: z.boolean().default(false),
  }),
);
/** `resources/places/names.yaml` */
export const namesSchema = z.strictObject({
  places: z.strictObject({ US: names, AU: names, UK: names, CA: names, NZ: names }),
});

/** `resources/places/us-zip.yaml` */
export const usZipSchema = z.strictObject({
  prefixes: z.array(span(3)).min(1),
  codes: z.array(span(5)),
  shared,
});
/** `resources/places/us-zip3.yaml`: first three digits, latitude, longitude, and how many km the area reaches. */
export const usZip3Schema = z.strictObject({
  centres: z.array(
    z.string().regex(/^\d{3} -?\d+(\.\d)? -?\d+(\.\d)? \d+$/, 'written "598 47.0 -114.0 120"'),
  ),
});
/** `resources/places/au-postcodes.yaml` */
export const auPostcodesSchema = z.strictObject({ ranges: z.array(span(4)).min(1), shared });
/** `resources/places/ca-postcodes.yaml` */
export const caPostcodesSchema = z.strictObject({
  letters: z.record(z.string().regex(/^[A-Z]$/), z.array(code).min(1)),
});
/** `resources/places/uk-postcodes.yaml` */
export const ukPostcodesSchema = z.strictObject({ areas: z.record(code, z.array(z.string())), shared });

export type NamesSource = z.infer<typeof namesSchema>;
export type UsZipSource = z.infer<typeof usZipSchema>;
export type UsZip3Source = z.infer<typeof usZip3Schema>;
export type AuPostcodesSource = z.infer<typeof auPostcodesSchema>;
export type CaPostcodesSource = z.infer<typeof caPostcodesSchema>;
export type UkPostcodesSource = z.infer<typeof ukPostcodesSchema>;
