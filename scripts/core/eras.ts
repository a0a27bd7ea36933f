/** The year before the first of an era: 令和7年 and “Reiwa 7” are 2025. */
export const eras: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925, 大正: 1911, 明治: 1867, Reiwa: 2018, Heisei: 1988, Showa: 1925 };
