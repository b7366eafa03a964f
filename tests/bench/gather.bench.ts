// The great trial has a file of its own name, because it is also run alone.
import './gather-500.ts';
