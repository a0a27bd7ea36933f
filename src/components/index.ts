/** The components that MDX pages use, by their names there. */
export { default as Anchor } from './Anchor.astro';
export { default as Counts } from './Counts.astro';
export { default as Difference } from './Difference.astro';
export { default as Entries } from './Entries.astro';
export { default as Entry } from './Entry.astro';
export { default as Fact } from './Fact.astro';
export { default as Facts } from './Facts.astro';
export { default as Name } from './Name.astro';
export { default as Note } from './Note.astro';
export { default as Sectors } from './Sectors.astro';
export { default as Sources } from './Sources.astro';
export { default as Statement } from './Statement.astro';
export { default as Statuses } from './Statuses.astro';
export { default as Term } from './Term.astro';
export { default as Text } from './Text.astro';
export { default as Views } from './Views.astro';
