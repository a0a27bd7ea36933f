declare module 'nspell' {
	/** @param dictionary the affix rules and the words of a Hunspell dictionary */
	export default function nspell(dictionary: { readonly aff: Uint8Array; readonly dic: Uint8Array }): { correct(word: string): boolean; suggest(word: string): string[] };
}
