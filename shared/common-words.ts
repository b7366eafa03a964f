/** English words so common that they tell nothing of what somebody speaks about. */
export const commonWords: ReadonlySet<string> = new Set(
  `about after again also always another anything because been before being best call called came
  come could customer does doing done each even ever every everything first from gave give glad
  good great have having hear heard hello help here hope into just keep kind know last later like
  little long look made make many maybe more most much must need never next nice nobody only open
  order other over people please promised really right said same says second shop should some
  somebody someone something soon sorry still such sure talk talked tell than thank thanks that their them then there they thing things
  think third this those time today told tomorrow very visit want wants week well went were what when
  where which while will wish with without work would year years yesterday your yours`.split(/\s+/),
);
