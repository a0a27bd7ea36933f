/** Hiragana to Latin letters, so that a reader can search by romaji. */
const syllables: Readonly<Record<string, string>> = Object.fromEntries(
	('あ a い i う u え e お o か ka き ki く ku け ke こ ko さ sa し shi す su せ se そ so た ta ち chi つ tsu て te と to な na に ni ぬ nu ね ne の no ' +
		'は ha ひ hi ふ fu へ he ほ ho ま ma み mi む mu め me も mo や ya ゆ yu よ yo ら ra り ri る ru れ re ろ ro わ wa を o ん n ' +
		'が ga ぎ gi ぐ gu げ ge ご go ざ za じ ji ず zu ぜ ze ぞ zo だ da ぢ ji づ zu で de ど do ば ba び bi ぶ bu べ be ぼ bo ぱ pa ぴ pi ぷ pu ぺ pe ぽ po ゔ vu ' +
		'きゃ kya きゅ kyu きょ kyo しゃ sha しゅ shu しょ sho しぇ she ちゃ cha ちゅ chu ちょ cho ちぇ che にゃ nya にゅ nyu にょ nyo ひゃ hya ひゅ hyu ひょ hyo みゃ mya みゅ myu みょ myo ' +
		'りゃ rya りゅ ryu りょ ryo ぎゃ gya ぎゅ gyu ぎょ gyo じゃ ja じゅ ju じょ jo じぇ je びゃ bya びゅ byu びょ byo ぴゃ pya ぴゅ pyu ぴょ pyo てぃ ti でぃ di でゅ dyu ふぁ fa ふぃ fi ふぇ fe ふぉ fo ' +
		'うぃ wi うぇ we うぉ wo ゔぁ va ゔぃ vi ゔぇ ve ゔぉ vo つぁ tsa とぅ tu どぅ du').split(' ').reduce<[string, string][]>((table, word, at, all) => (at % 2 === 0 ? [...table, [word, all[at + 1] ?? '']] : table), []),
);

/**
 * The romaji of a reading in hiragana, with long vowels written out and without them.
 * @example romaji('きょうりょく') // => ['kyouryoku', 'kyoryoku']
 */
export function romaji(reading: string): string[] {
	let long = '';
	for (let at = 0; at < reading.length; ) {
		const char = reading[at] ?? '';
		const two = syllables[reading.slice(at, at + 2)];
		const syllable = two ?? syllables[char];
		if (char === 'っ') long += syllables[reading.slice(at + 1, at + 3)]?.[0] ?? syllables[reading[at + 1] ?? '']?.[0] ?? '';
		else if (char !== 'ー') {
			if (syllable === undefined) return [];
			long += syllable;
		}
		at += two === undefined ? 1 : 2;
	}
	const short = long.replace(/ou/g, 'o').replace(/oo/g, 'o').replace(/uu/g, 'u');
	return [...new Set([long, short])];
}
