/** Words of this subject that the British dictionary does not have. Names belong in the glossary instead. */
export const projectWords: readonly string[] = [
	'chemistries', 'complementarity', 'interlinkages', 'interoperability', 'magnetics', 'mistyped', 'misspelt', 'roadmap', 'roadmaps', 'eqmagpro', 'llms', 'txt', 'textlint',
];
