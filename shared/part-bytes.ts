/** How many bytes of a file are handed over at once; base64 makes a third more of them. */
export const partBytes = 1_500_000;
