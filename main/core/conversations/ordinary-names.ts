/** Words that are names too. As a name they need a capital, or a verb for speaking before them. */
export const ordinaryNames = new Set(
  (
    'an and angel april art ash august autumn basil bay bill blue bob bond bright buddy bunny candy carol ' +
    'chance chase cherry christian chuck clay cliff colt cook coral counter dale daisy dawn dean ' +
    'doc do drew duke earl east easter eve fair faith fern flora forest ford frank friday ' +
    'gale gene ginger glen glory go good grace gray green grant guy hale han harmony hazel heath ' +
    'heather herb ho holly honey hope hunter iris ivy jack jade jay jean jet joy june just ' +
    'king kit lance lane lily long love mai mark march mason max may melody mercy merry ' +
    'miles mine minister misty monday my neat nan north oak olive page pansy parker ' +
    'pat peace pearl peg penny pepper pet phone piper pop poppy price prince quote ray red reed rich ' +
    'river rob robin rock rod rose rosemary ruby rusty sage sandy saturday scarlet sky so ' +
    'son song star sterling stone storm sue summer sun sunday sunny tab tad tan the thursday ' +
    'to trinity tuesday violet wade walker ward way wednesday west white will win wing ' +
    'winter wood yu you young he her him his she they them who was has had did not new old said told ' +
    'came met saw rang call text email letter post shop boss mum mom dad'
  ).split(' '),
);
