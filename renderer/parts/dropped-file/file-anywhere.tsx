import { useDroppedFile, useFileDrop } from '../../app/dropped-file.ts';
import classes from './dropped-file.module.css';
import { DroppedFile } from './dropped-file.tsx';

/** Files dropped anywhere on the window. Every screen that takes files has a button as well. */
export function FileAnywhere() {
  const over = useFileDrop();
  const { file, next } = useDroppedFile();
  return (
    <>
      {over && (
        <div className={classes.over} aria-hidden="true">
          <p>{over}</p>
        </div>
      )}
      {file && <DroppedFile key={`${file.name} ${file.lastModified}`} file={file} onClose={next} />}
    </>
  );
}
