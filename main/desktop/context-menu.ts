import {
  type ContextMenuParams,
  clipboard,
  Menu,
  type MenuItemConstructorOptions,
  type WebContents,
} from 'electron';
import { openableLink } from '../../shared/openable-link.ts';
import { openLink } from './host-in-main.ts';

type Item = MenuItemConstructorOptions;

/** The menu under the right mouse button: spelling, the clipboard, a link that may be opened. */
export function setUpContextMenu(page: WebContents): void {
  page.on('context-menu', (_event, given) => {
    const sections = [ofSpelling(page, given), ofLink(given), ofClipboard(given)];
    const items = sections
      .filter((section) => section.length > 0)
      .flatMap((section, index): Item[] =>
        index > 0 ? [{ type: 'separator' }, ...section] : section,
      );
    if (items.length > 0) Menu.buildFromTemplate(items).popup();
  });
}

function ofSpelling(page: WebContents, given: ContextMenuParams): Item[] {
  const { misspelledWord, dictionarySuggestions } = given;
  if (!misspelledWord) return [];
  return [
    ...dictionarySuggestions.map((word) => ({
      label: word,
      click: () => page.replaceMisspelling(word),
    })),
    {
      label: 'This is spelt right',
      click: () => void page.session.addWordToSpellCheckerDictionary(misspelledWord),
    },
  ];
}

function ofLink({ linkURL }: ContextMenuParams): Item[] {
  const link = openableLink(linkURL);
  if (!link) return [];
  return [
    { label: 'Open the link', click: () => void openLink(link) },
    { label: 'Copy the link', click: () => clipboard.writeText(link) },
  ];
}

function ofClipboard({ isEditable, editFlags, selectionText }: ContextMenuParams): Item[] {
  if (isEditable) {
    return [
      { role: 'cut', enabled: editFlags.canCut },
      { role: 'copy', enabled: editFlags.canCopy },
      // Into fields of plain text only words can go; whatever else was copied stays outside.
      { role: 'pasteAndMatchStyle', label: 'Paste', enabled: editFlags.canPaste },
      { role: 'selectAll', enabled: editFlags.canSelectAll },
    ];
  }
  return selectionText ? [{ role: 'copy' }] : [];
}
