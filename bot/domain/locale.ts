/** Languages the product speaks. The first is the source language of every text. */
export const LANGUAGES = ['en', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Countries whose crisis lines and services we hold. `UK` is the United Kingdom, `CA` is Canada (as in the data). */
export const COUNTRIES = ['US', 'AU', 'UK', 'CA', 'NZ'] as const;
export type Country = (typeof COUNTRIES)[number];
