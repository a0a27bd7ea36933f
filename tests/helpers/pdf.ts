/**
 * A PDF made by hand: each line of text at its height, with letters that a reader must look up, as
 * PDFs of Japanese have them. No font is embedded, so that it takes no more room than its text.
 */
export function pdf(lines: readonly string[], { encrypted = false }: { readonly encrypted?: boolean } = {}): Uint8Array {
	const hex = (text: string): string => Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, '0')).join('');
	const page = `BT /F1 12 Tf ${lines.map((line, index) => `1 0 0 1 60 ${780 - index * 18} Tm <${hex(line)}> Tj`).join('\n')} ET`;
	const letters = '/CIDInit /ProcSet findresource begin begincmap /CMapName /Own def 1 begincodespacerange <0000> <ffff> endcodespacerange\n1 beginbfrange <0000> <ffff> <0000> endbfrange endcmap end';
	const stream = (text: string): string => `<< /Length ${text.length} >>\nstream\n${text}\nendstream`;
	const objects = [
		'<< /Type /Catalog /Pages 2 0 R >>',
		'<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
		'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
		stream(page),
		'<< /Type /Font /Subtype /Type0 /BaseFont /Own /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>',
		'<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Own /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor 8 0 R >>',
		stream(letters),
		'<< /Type /FontDescriptor /FontName /Own /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>',
		// A password that nobody knows: no key opens these 32 bytes.
		...(encrypted ? [`<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <${'5a'.repeat(32)}> /U <${'a5'.repeat(32)}> >>`] : []),
	];
	let text = '%PDF-1.7\n';
	const places = objects.map((object, index) => {
		const at = text.length;
		text += `${index + 1} 0 obj\n${object}\nendobj\n`;
		return at;
	});
	const start = text.length;
	const id = `/ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>]`;
	text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${id}${encrypted ? ` /Encrypt ${objects.length} 0 R` : ''} >>\nstartxref\n${start}\n%%EOF\n`;
	return new TextEncoder().encode(text);
}
