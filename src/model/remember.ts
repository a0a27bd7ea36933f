/**
 * Remembers what a pure function of a text gave, for the same text again. Forgets all when it holds too much: so it
 * never grows without an end, and what it gives is the same either way.
 */
export function remember<T>(make: (text: string) => T, most = 50_000): (text: string) => T {
	const known = new Map<string, T>();
	return (text) => {
		const found = known.get(text);
		if (found !== undefined || known.has(text)) return found as T;
		if (known.size >= most) known.clear();
		const made = make(text);
		known.set(text, made);
		return made;
	};
}
