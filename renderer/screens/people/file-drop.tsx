import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import classes from './file-drop.module.css';

interface FileDropProps {
  onFile: (file: File) => void;
  children: ReactNode;
}

const carriesFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');

/** A screen on which a file can be dropped. The menu offers the same without a pointer. */
export function FileDrop({ onFile, children }: FileDropProps) {
  const [over, setOver] = useState(false);
  // Entering a child leaves its parent: only when all are left is the pointer gone.
  const depth = useRef(0);

  const leave = () => {
    depth.current = 0;
    setOver(false);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: choosing the file is in the menu too
    <div
      onDragEnter={(event) => {
        if (!carriesFiles(event)) return;
        depth.current += 1;
        setOver(true);
      }}
      onDragOver={(event) => {
        if (carriesFiles(event)) event.preventDefault();
      }}
      onDragLeave={() => {
        depth.current -= 1;
        if (depth.current <= 0) leave();
      }}
      onDrop={(event) => {
        leave();
        const file = event.dataTransfer.files[0];
        if (!file) return;
        event.preventDefault();
        onFile(file);
      }}
    >
      {children}
      {over && (
        <div className={classes.over} aria-hidden="true">
          <p>Let go to see who is in this file</p>
        </div>
      )}
    </div>
  );
}
