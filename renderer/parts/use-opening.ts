import { useEffect, useRef, useState } from 'react';

/** Something that opens in place: once it is gone, the button that opened it has the focus again. */
export function useOpening() {
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !open) opener.current?.focus();
    wasOpen.current = open;
  }, [open]);
  return { open, setOpen, opener };
}
