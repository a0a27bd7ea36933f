/**
 * A list that grew is cut into parts, and an address from before leads to where its entry stood. The list says where it
 * stands now (routes/parts.ts). Without a script the reader finds it by its name on the page of the list.
 */
const list = document.querySelector<HTMLMetaElement>('meta[name="parts"]')?.content;
const place = location.hash.slice(1);
if (list !== undefined && place !== '' && !document.querySelector(':target')) {
	void fetch(`${list}parts.json`)
		.then(async (response) => (await response.json()) as Readonly<Record<string, string>>)
		.then((parts) => {
			const part = parts[place];
			if (part !== undefined) location.replace(`${list}${part}${location.search}#${place}`);
		}, () => undefined);
}
