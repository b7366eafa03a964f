/** Names that stand for one another, a group a line; the first is the one they are compared by. */
const groups = `
alexander alex sandy xander sascha sasha alec alejandro alessandro aleksandr
alexandra alex sandra sasha lexi alessandra aleksandra
albert al bert albie alberto
alfred alf alfie fred alfredo
andrew andy drew andreas andrea andrei andres andre
anne ann anna annie anita nan hannah ana
anthony tony antonio anton toni
arthur art artie arturo
barbara barb babs basia
benjamin ben benny benji
bernard bernie bernardo
beatrice bea trixie beatriz beatrix
catherine kate katie kathy cathy cat kathleen katherine kathryn katharina katarina caterina kasia katja kitty karen
charles charlie chuck carlo carlos karl carl chas
charlotte lottie charlie lotte carlotta
christine chris tina christina kristina kirsten
christopher chris kit christoph cristoforo topher
daniel dan danny daniele
david dave davey davide
deborah deb debbie debra
dominic dom nick domenico dominik
dorothy dot dotty dorothea
edward ed eddie ted teddy ned eduardo edoardo
eleanor ellie nell nora elena helen helena ellen lena
elizabeth liz lizzie beth betty bess eliza elsie lisa libby elisabeth elisabetta liesl
emily em emmy emilia
emmanuel manny manuel manolo emanuele
eugene gene eugenio evgeny
florence flo florrie flora
francis frank frankie francesco francisco paco franz frans pancho
frances fran francesca francisca frankie
frederick fred freddie federico friedrich fritz rick
gabriel gabe gabriele
george georgie giorgio jorge georg jurgen
gerald gerry jerry gerard gerhard
giuseppe beppe peppe pino
grace gracie grazia
gregory greg gregor
harold harry hal
henry harry hank henrik heinrich enrico enrique hal
ignacio nacho ignatius
isabel bella izzy isabella isabelle belle
jacob jake jacopo jakob
james jim jimmy jamie jem giacomo jaime
jane janet jenny janie giovanna joan jean juana
jennifer jen jenny jenna
jeremy jerry jem
jessica jess jessie
joseph joe joey jo jose giuseppe josef pepe
josephine jo josie giuseppina
john johnny jack jon giovanni gianni juan johann johannes hans ivan jan vanya sean ian
jonathan jon jonny nathan
judith judy jude giuditta
julia julie jules giulia
kenneth ken kenny
laura lauren laurie lori
lawrence larry laurie lorenzo laurence lars
leonard leo len lenny leonardo
louis lou louie luigi luis ludwig lewis
louise lou luisa luise
lucy lucia luz lucie
luke luca lucas lukas
margaret maggie meg peggy margie margo greta daisy margherita margarita rita gosia marge
martin marty martino
mary molly polly maria marie mamie mimi
matthew matt matty matteo mateo matthias
maximilian max massimo
michael mike mick mickey micky michele miguel mikhail misha michel
natalie nat natalia natasha
nathaniel nat nate nathan
nicholas nick nicky nico niccolo nicola nikolai klaus
oliver ollie olly oliviero
olivia liv livvy
pamela pam pammy
patricia pat patty trish tricia patrizia
patrick pat paddy patrizio
paul paolo pablo pavel pauly
peter pete pietro pedro pyotr piotr
philip phil pip filippo felipe
rachel rae rachele raquel
raymond ray raimondo ramon
rebecca becky becca bex
richard rick ricky dick richie rich riccardo ricardo
robert bob bobby rob robbie bert roberto robin
ronald ron ronnie
rosa rose rosie rosalind rosita
rosemary rosie romy
samuel sam sammy samuele
samantha sam sammy
sarah sally sara sadie
sebastian seb bastian sebastiano
sophia sophie sofia zofia
stephen steve stevie steven stefan stefano esteban stephan
stephanie steph stefania
susan sue susie suzanne susanna suzy
theodore ted teddy theo
theresa terry tess tessa teresa
thomas tom tommy tommaso tomas
timothy tim timmy
valentina val valerie valeria
vanessa nessa
victor vic vittorio viktor
victoria vicky vic tori vittoria
vincent vince vinny vincenzo vicente
virginia ginny ginger
walter walt wally gualtiero
william bill billy will willy liam guglielmo guillermo wilhelm
zachary zach zack
`;

const standsFor = new Map<string, string[]>();
for (const line of groups.trim().split('\n')) {
  const [first = '', ...others] = line.split(' ');
  for (const name of [first, ...others]) {
    standsFor.set(name, [...(standsFor.get(name) ?? []), first]);
  }
}

/** The names that a folded first name may stand for: "bob" for "robert"; itself when unknown. */
export function fullNames(name: string): readonly string[] {
  return standsFor.get(name) ?? [name];
}
