export * from '../../shared/wording/days.ts';
