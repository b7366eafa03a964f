/** The card's size in pixels, as networks like it. */
const width = 1200;
const height = 630;
const edge = 90;

/**
 * A story as a picture, drawn here and sent nowhere: the words on warm paper, who said them, and
 * the shop. Gives a PNG; throws where this machine cannot draw.
 */
export async function drawStory(text: string, signed: string, shop: string): Promise<Blob> {
  await document.fonts.ready;
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const paper = canvas.getContext('2d');
  if (!paper) throw new Error('This machine could not draw the picture.');
  paper.fillStyle = '#fbf6ec';
  paper.fillRect(0, 0, width, height);
  paper.fillStyle = '#e9a13b';
  paper.fillRect(0, height - 14, width, 14);

  paper.fillStyle = '#2b2a27';
  const { lines, size } = fitted(paper, `“${text.trim()}”`);
  const lineHeight = size * 1.35;
  let line = (height - 150 - lines.length * lineHeight) / 2 + size;
  for (const words of lines) {
    paper.fillText(words, edge, line);
    line += lineHeight;
  }
  paper.font = '600 32px Inter, sans-serif';
  paper.fillStyle = '#665f53';
  paper.fillText([signed, shop].filter(Boolean).join(', to '), edge, height - 70, width - 2 * edge);
  return new Promise((resolve, reject) => {
    canvas.toBlob((image) =>
      image ? resolve(image) : reject(new Error('This machine could not draw the picture.')),
    );
  });
}

/** The words in lines, in the largest letters that fit; what is too long even then is cut. */
function fitted(paper: CanvasRenderingContext2D, text: string): { lines: string[]; size: number } {
  const most = height - 220;
  for (let size = 64; ; size -= 4) {
    paper.font = `600 ${size}px Fraunces, serif`;
    const lines = broken(paper, text);
    const fits = Math.floor(most / (size * 1.35));
    if (lines.length <= fits) return { lines, size };
    if (size <= 28) return { lines: [...lines.slice(0, fits - 1), `${lines[fits - 1]}…`], size };
  }
}

/** A text in lines that are as wide as the card: between words, and within one that is wider. */
function broken(paper: CanvasRenderingContext2D, text: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(
    text.replace(/\s+/g, ' '),
  )) {
    if (line !== '' && paper.measureText(line + segment).width > width - 2 * edge) {
      lines.push(line.trimEnd());
      line = segment.trimStart();
    } else line += segment;
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}
