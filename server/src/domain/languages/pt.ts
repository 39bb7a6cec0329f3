import { defineLanguage, toSentence } from './language';

export const pt = defineLanguage({
  code: 'pt',
  isSpaced: true,
  stopWords: `a ainda algum alguns ao aos apenas após as até cada com como contra da das de dela dele deles depois do
    dos e ela elas ele eles em entre era eram essa esse esta estava este está estão eu foi foram faz fazer há isso
    isto já la lhe mais mas me mesmo meu minha muito muitos na nas nem no nos nossa nosso num numa não nós o onde os
    ou outra outras outro outros para pela pelas pelo pelos pode podem por porque pouco quando que quem qual se sem
    ser seu seus seja são só sobre sua suas também tem tinha têm toda todas todo todos tudo um uma umas uns você
    vocês à às é`,
  graveWords: `guerra guerras morto mortos morte mortes assassinato assassinado ataque atentado vítima vítimas
    funeral suicídio estupro terrorismo terrorista tiroteio bombardeio genocídio massacre refém reféns refugiados
    fome holocausto`,
  abbreviations: `sr sra dr dra prof etc ex p pág art av aprox núm vol ed jan fev mar abr jun jul ago set out nov
    dez`,
  skippedHeadings: `
    faq
    perguntas frequentes
    referências
    fontes
    bibliografia
    notas
    ver também
    veja também
    ligações externas
    links externos
    artigos relacionados
    conclusão
    conclusões
    considerações finais
    resumo
    em resumo
    sobre o autor
    sobre a autora
    aviso legal
    isenção de responsabilidade
    agradecimentos
    créditos
    licença
    índice
    sumário
    contato
    contacto
    comentários
  `,
  lexicon: {
    food: `receita ingredientes cozinha cozinhar forno assar prato refeição jantar almoço molho queijo=cheese
      ovos=eggs manteiga=butter farinha=flour açúcar=sugar massa=dough pão=bread sopa=soup salada=salad
      legumes=vegetables peixe=fish carne=meat maçãs=apples tomates=tomatoes limões=lemons chocolate=chocolate
      vinho=wine alho=garlic cebolas=onions arroz=rice restaurante sabor`,
    travel: `viagem viajar viajante hotel voo aeroporto turista turismo praia=a_beach ilha=an_island férias trilha
      caminhada mala=a_suitcase trem=a_train comboio=a_train barco=a_boat bicicleta=a_bicycle porto=a_harbor
      destino roteiro visita cruzeiro passeio`,
    health: `saúde médico médica paciente pacientes hospital doença sintoma tratamento terapia vacina dieta sono
      estresse cuidado clínica gravidez nutrição bem-estar dor fruta=fruit chá=tea`,
    science: `ciência cientista cientistas pesquisador pesquisadores estudo espécie experimento laboratório física
      química biologia galáxia telescópio=a_telescope microscópio=a_microscope molécula clima evolução hipótese
      astronomia pinguins=penguins`,
    technology: `software aplicativo código desenvolvedor programação servidor dados computador algoritmo
      inteligência artificial internet site navegador digital robô rede plataforma bitcoin criptografia github
      protocolo`,
    business: `empresa empresas mercado venda vendas cliente clientes lucro investidor investimento
      lojas marca marketing estratégia finanças banco economia funcionários aquisição fornecedor`,
    government: `governo lei ministro ministério parlamento eleição eleições voto estado público cidadãos prefeitura
      prefeito câmara regulamento legal direito tribunal senado presidente agência licença`,
    education: `escola escolas aluno alunos estudante estudantes professor professora universidade aprendizagem
      lição curso exame aula formação educação lápis=colored_pencils`,
    home: `casa=a_house quarto móveis=wooden_furniture móvel=wooden_furniture sala jardim=a_garden pintura parede decoração reforma
      cortinas=curtains luminária=a_lamp sofá=a_sofa cadeira=a_chair mesa=a_table apartamento lar`,
    nature: `floresta=a_forest rio=a_river montanhas=mountains pássaros=birds aves=birds animal animais árvores=trees
      oceano=the_sea mar=the_sea lago=a_lake flores=flowers flor=flowers plantas=plants abelhas=bees baleia=a_whale lobo=a_wolf
      deserto=a_desert glaciar=a_glacier biodiversidade habitat`,
    sport: `jogo equipe time jogador jogadores treinador gol liga campeonato olímpico corrida atleta futebol
      basquete tênis=tennis_balls ciclismo medalha=a_medal maratona estádio treino vitória`,
    culture: `arte artista música filme cinema museu teatro festival romance autor poesia dança exposição concerto
      história patrimônio tradição igreja=a_church castelo=a_castle violão=a_guitar violino=a_violin piano=a_piano
      escultura=a_sculpture`,
  },
  scenes: {
    food: `
      tigelas de barro e uma colher de pau | sobre uma bancada enfarinhada junto a uma janela
      uma tigela e um batedor | sobre uma toalha de linho na mesa da cozinha
      legumes em fogo brando | numa frigideira de ferro sobre o fogão
      ervas frescas e limões | sobre uma bancada de mármore claro
      pratos empilhados e guardanapos dobrados | sobre uma longa mesa posta
      cestos de legumes | numa horta junto a um muro baixo de pedra
    `,
    travel: `
      uma estrada sinuosa | diante de montanhas azuis ao longe
      pequenos barcos ancorados | junto a um porto tranquilo com casas em tons suaves
      uma mochila de lona e botas de caminhada | sobre uma rocha plana acima de um vale
      floreiras e pedras do calçamento | numa ruela do centro antigo
      uma manta dobrada e uma garrafa térmica | na varanda de madeira de uma cabana
      uma trilha vazia | entre capins altos num cabo da costa
    `,
    health: `
      uma fruteira e um copo de água | sobre uma mesa de cozinha arrumada
      um tapete de ginástica enrolado e uma garrafa de água | no piso de madeira de um estúdio amplo
      um caminho de cascalho | sob as árvores altas de um parque tranquilo
      toalhas dobradas e folhas verdes | sobre um parapeito de pedra lisa
      uma poltrona e uma planta em vaso | num quarto calmo de paredes claras
      tênis de corrida e uma corda de pular | numa soleira diante de um jardim
    `,
    science: `
      frascos e tubos de ensaio | sobre uma bancada limpa de laboratório
      pedras lisas e conchas | em fileiras sobre uma superfície clara
      a cúpula branca de um observatório | numa colina nua sob um céu imenso
      um microscópio de latão | sobre uma mesa de madeira junto a uma janela
      uma pequena tenda de pesquisa | em campo aberto perto de uma costa rochosa
      espirais de tinta | num tanque de vidro com água
    `,
    technology: `
      fileiras de armários metálicos com luzinhas | numa sala de servidores
      cabos enrolados e um ferro de solda | sobre uma bancada arrumada
      mesas e cadeiras vazias | num escritório amplo de janelas altas
      uma torre de blocos de madeira em equilíbrio | sobre uma mesa branca
      uma passarela de aço | junto a um rio calmo com a cidade ao fundo
      pequenas engrenagens e molas de metal | em ordem sobre feltro cinza
    `,
    business: `
      uma longa mesa de carvalho com cadeiras vazias | numa sala de reuniões de janelas altas
      xícaras de café e uma pequena planta | sobre uma mesa de madeira compartilhada
      torres de escritórios de vidro | junto a uma praça arborizada
      uma pilha de seixos em equilíbrio | sobre uma mesa de ardósia
      caixas de madeira empilhadas | num armazém grande e limpo
      uma árvore jovem com sua estaca | num pátio entre prédios modernos
    `,
    government: `
      largos degraus de pedra | diante de um prédio público com colunas
      uma mesa redonda com cadeiras vazias | num amplo salão comunitário
      bancos e plátanos | na praça de uma cidade antiga
      copos de água e uma fruteira com maçãs | sobre uma longa mesa de conselho
      bancos de madeira | ao longo de um passeio de cascalho num parque público
      telhados vermelhos agrupados | num vale verde junto a um rio
    `,
    education: `
      fileiras de carteiras de madeira | numa sala de aula calma de janelas altas
      lápis de cor e uma maçã | sobre uma carteira de madeira gasta
      blocos e um ábaco de madeira | sobre uma mesa redonda e baixa
      almofadas e um tapete redondo | num canto calmo junto a uma janela em arco
      uma grande árvore antiga | num pátio aberto entre prédios escolares de tijolo
      potes de tinta e pincéis limpos | sobre uma bancada manchada de tinta
    `,
    home: `
      um sofá de linho e um abajur de pé | numa sala com piso de carvalho
      um vaso de cerâmica com hastes secas | sobre um aparador de madeira
      latas de tinta e pincéis largos | sobre uma lona junto a uma parede recém-pintada
      uma cama feita com mantas dobradas | num quarto calmo de cortinas brancas
      vasos de terracota e um regador | num pequeno terraço com jardim
      ferramentas de marcenaria | em fila sobre uma bancada de garagem
    `,
    nature: `
      pinheiros altos | no chão musgoso de uma floresta junto a um riacho
      um lago calmo | ao pé de uma serra distante
      flores silvestres e capins | num prado de verão
      folhas caídas e pinhas | sobre terra escura e úmida
      ondas e rochas molhadas | numa costa rochosa e selvagem
      juncos e névoa | à beira de um amplo pântano
    `,
    sport: `
      uma pista de atletismo vazia | num grande estádio aberto
      tênis de corrida e uma garrafa de água | sobre o banco de madeira de um vestiário
      uma bola branca lisa | sobre a grama recém-cortada
      traves brancas | junto a um campo verde com fileiras de assentos vazios
      uma corda enrolada e um saco de magnésio | no chão de um ginásio de escalada
      uma bicicleta encostada | junto a uma estrada tranquila de montanha
    `,
    culture: `
      fileiras de poltronas de veludo vermelho | num teatro vazio com a cortina fechada
      um violino e seu arco | sobre uma mesa escura e polida
      esculturas simples sobre pedestais brancos | numa ampla sala de galeria
      potes de barro e ferramentas de entalhe | sobre uma mesa de ateliê
      barracas de madeira e cordões de luzes | numa praça calçada entre casas antigas
      lanternas de papel | numa varanda baixa de madeira
    `,
    other: `
      uma xícara de cerâmica e um ramo de folhas verdes | sobre uma mesa de madeira perto de uma janela
      um caminho entre árvores | num parque aberto de colinas suaves
      pedras lisas de rio | em espiral sobre areia clara
      uma cadeira de madeira | num quarto calmo de paredes brancas
      um pequeno barco a remo | junto a uma baía calma com colinas suaves
      um pote de flores silvestres | sobre um largo parapeito de pedra
    `,
  },
  stem: (word) =>
    word
      .replace(/(?<=...)(?:ões|ãos|ães)$/, 'ão')
      .replace(/(?<=....)ns$/, 'm')
      .replace(/(?<=...)s$/, ''),
  join: (first, second) => `${first} e ${second}`,
  describe: ({ subject, setting }) => toSentence(`${subject} ${setting}`),
});
