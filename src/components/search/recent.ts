/** Earlier questions of this reader. They stay in this browser: nothing sends them anywhere. */
const key = 'recent-searches';
const most = 6;

export function recentSearches(): string[] {
	try {
		const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
		return Array.isArray(stored) ? stored.filter((entry) => typeof entry === 'string').slice(0, most) : [];
	} catch {
		return [];
	}
}

/** Puts a question first; it is listed once. Very long ones are not worth keeping. */
export function rememberSearch(query: string): void {
	const text = query.trim().toWellFormed();
	if (text === '' || text.length > 200) return;
	store([text, ...recentSearches().filter((other) => other !== text)].slice(0, most));
}

export function clearRecentSearches(): void {
	try {
		localStorage.removeItem(key);
	} catch { /* no storage: nothing was kept */ }
}

function store(entries: readonly string[]): void {
	try {
		localStorage.setItem(key, JSON.stringify(entries));
	} catch { /* no storage: nothing is kept */ }
}
