// SPDX-License-Identifier: MIT

/**
 * Requests: `area:verb` to one answerer, with a promise of its answer. Each feature adds its own by declaration
 * merging: `interface Requests { 'chat:send': { detail: …; answer: … } }`.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- open by design, filled by features
export interface Requests {}

/** Facts: `area:participle` to any number of listeners, with no answer. Filled like {@link Requests}. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- open by design, filled by features
export interface Facts {}

export type RequestName = keyof Requests & string;
export type RequestDetail<N extends RequestName> = Requests[N] extends { detail: infer D } ? D : never;
export type RequestAnswer<N extends RequestName> = Requests[N] extends { answer: infer A } ? A : never;
export type FactName = keyof Facts & string;
