import { menuActions } from '../../shared/from-shell.ts';
import { runAction } from './actions.ts';
import { lookAtFiles } from './dropped-file.ts';
import { goTo, isPlace } from './going.ts';

/** Hears from the preload what the desktop's shell wants (shared/from-shell.ts), and nothing else. */
export function listenToShell(): void {
  window.addEventListener('message', ({ source, data }: MessageEvent) => {
    if (source !== window || data?.kind !== 'porchlight:shell') return;
    const { kind, place, action, name, content } = data.told ?? {};
    if (kind === 'go' && isPlace(place)) goTo(place);
    if (kind === 'do' && menuActions.includes(action)) runAction(action);
    if (kind === 'file' && typeof name === 'string' && content instanceof Uint8Array) {
      lookAtFiles([new File([new Uint8Array(content)], name)]);
    }
  });
}
