// SPDX-License-Identifier: MIT

/** What the attributes of a `vitrine-room` say to the adapter that it names. Addresses may be relative to the page. */
export interface Markup {
  /** Where a back end is reached, from `server`. */
  readonly server: string | null;
  /** The element's `data-…` attributes. */
  readonly data: Readonly<Record<string, string>>;
}
