using System.Collections.Immutable;

namespace Coulisse.Signals.Claims.Cues;

/// <remarks>
/// The journalist's conditional ("aurait appelé", "transporterait") is found by its ending: the third person is
/// -rait or -raient. What ends so without being a conditional stands in a list, as do wishes and duties
/// ("faudrait"); a sentence with "si" is a real condition.
/// </remarks>
internal static class FrenchCues
{
    private const string Media =
        "(?:agences?|presse|journal|journaux|médias?|radio|télévision|quotidiens?|hebdomadaires?)";

    // Imperfects of verbs in -rer and -rir, and nouns.
    private const string NotConditional =
        "(?:por|re|ex|at|dis|abs|sous)?trait|(?:" +
        "entr|rentr|montr|démontr|rencontr|centr|concentr|filtr|administr|enregistr|illustr|pénétr|attir" +
        "|tir|retir|étir|vir|chavir|admir|respir|inspir|aspir|expir|désir|déchir|cour|accour|parcour" +
        "|secour|encour|recour|mour|ouvr|couvr|découvr|rouvr|recouvr|offr|souffr|livr|délivr|dévor|ador" +
        "|explor|ignor|déplor|élabor|amélior|honor|déclar|prépar|sépar|compar|répar|empar|par|espér" +
        "|considér|opér|libér|délibér|préfér|tolér|récupér|accélér|modér|génér|gér|coopér|énumér|digér" +
        "|exagér|adhér|insér|dur|assur|rassur|jur|mesur|figur|demeur|pleur|murmur|procur|inaugur|endur" +
        "|restaur|célébr|vibr|sombr|encombr|consacr|sacr|massacr|cadr|encadr|chiffr|err|serr|enterr|barr" +
        "|démarr|narr" +
        ")ai(?:en)?t";

    // Said of what should be, not of what somebody says there is.
    private const string WishOrDuty = "(?:voud|faud|dev|pour|vaud|aime|souhaite)rai(?:en)?t";

    internal static ImmutableArray<Cue> All { get; } =
    [
        new(CueKind.Attributed,
            ["selon"],
            [
                "selon (?:leurs?|les? (?:saisons?|cas|besoins?|règles|rang|poids|plan|calendrier)|que|qu|un ordre)",
                "selon la (?:saison|loi|taille|longueur|couleur|coutume|météo|tradition)",
                "selon l['’](?:âge|usage|ordre|heure)",
            ]),
        new(CueKind.Attributed,
            [
                "d['’]après",
                "à en croire|aux yeux d(?:e|u|es)|de l['’]avis d(?:e|u|es)|pour reprendre les mots|citant|cite",
            ],
            ["d['’]après (?:nature|guerre|demain|midi|coup|modèle)|d['’]après-"]),
        new(CueKind.Attributed,
            [
                "(?:a|ont|avait|avaient|ayant) (?:également |aussi |encore |déjà )?" +
                    "(?:déclaré|dit|affirmé|ajouté|annoncé|assuré|confirmé|expliqué|estimé|indiqué|précisé|reconnu" +
                    "|rappelé|souligné|soutenu|admis|raconté|répliqué|rétorqué|répondu|répété|promis|prétendu" +
                    "|fait (?:savoir|valoir|remarquer))",
                "(?:affirm|assur|déclar|indiqu|précis|estim|expliqu|ajout|soulign|confirm)(?:e|ent|ait|aient)-t-",
                "(?:affirm|assur|déclar|indiqu|précis|estim|expliqu|ajout|soulign|confirm|annonc)(?:e|ent)",
                @"(?:a|ont|avait|avaient) (?:prévenu|averti|insisté) (?:\w+ )?qu(?:e|['’])",
                "rappelle(?:nt)? qu(?:e|['’])|souti(?:ent|ennent) qu(?:e|['’])|préten(?:d|dent)",
                "reconnaît qu(?:e|['’])|se plai(?:nt|gnent)|» ?,? (?:tranche|lance)",
                "à (?:ses|leurs) dires|admet qu(?:e|['’])",
                "(?:affirm|assur|déclar|indiqu|précis|estim|expliqu|ajout|soulign)ai(?:en)?t|fait (?:savoir|valoir)",
            ],
            [
                "(?:d['’]|l['’]|une |cette |première )(?:annonce|estime|assure)",
                "(?:a|ont|avait) (?:déclaré|expliqué|confirmé) " +
                    "(?:leurs? |l['’](?:horaire|heure)|ses (?:revenus|biens))",
                "(?:se|s['’]) ?(?:précise|annonce|explique|indique)",
            ]),
        new(CueKind.UnnamedSources,
            [
                "sources? (?:proches?|anonymes?|concordantes?|diplomatiques?|militaires?|officieuses?)",
                "sources? (?:au sein|à l['’]intérieur|bien informées?)|de (?:bonne )?source [a-z]+|anonymat",
                "(?:selon|citant|d['’]après) (?:ses|des|plusieurs|certaines|ces) " +
                    "(?:sources|interlocuteurs|responsables|diplomates)",
                "interlocuteurs d(?:u|e la) (?:journal|quotidien|rédaction)|proches? d(?:u dossier|es négociations)",
                "(?:pas|point) souhaité être (?:nommée?s?|citée?s?|identifiée?s?)",
                "au fait d(?:u dossier|es (?:discussions|négociations))",
            ]),
        new(CueKind.Reported,
            [
                @"(?:est|sont|été) (?:également |aussi )?rapporté(?: |e)?|rapporté (?:\w+ )?qu(?:e|['’])",
                @"rapporte(?:nt)? (?:\w+ )?qu(?:e|['’])|comme l[ea] rapport(?:e|ent|ait|aient)|comme l['’]a rapporté",
                Media + @" (?:\w+ )?(?:rapporte|relate|écri|évoque|raconte|révèle|signale)(?:nt|t|vent)?",
                "révélée?s? par|(?:récits?|bruits?) (?:circulent|circule)",
                "(?:fait|font|faisaient|faisait) état d(?:e|u|es|['’]un|['’]une)|rumeurs?|le bruit court",
                "il se dit",
                "on (?:dit|raconte|rapporte|apprend|murmure)",
                "(?:selon|d['’]après) (?:la presse|les médias|le journal|la radio)",
            ]),
        new(CueKind.Denied,
            [
                "pas un mot de vrai|démen(?:t|tent|ti|tis|tie|tait|tant)",
                "(?:nie|nient|niait|niaient|a nié|ont nié)|réfut(?:e|ent|é|ait)",
                "(?:rejet(?:te|tent|é|ait)|récus(?:e|ent|é|ait)|balay(?:e|é)) " +
                    "(?:ces|les|ses|cette|l['’]|toutes? ?(?:les )?)? ?" +
                    "(?:accusations?|allégations?|affirmations?|informations?)",
                "contest(?:e|ent|é|ait) (?:ce|cette|ces|cet|le|la|les) ?" +
                    "(?:récit|version|chiffres?|affirmations?|informations?)",
            ]),
        new(CueKind.Presumed,
            [@"\p{L}+rai(?:en)?t"],
            [NotConditional, WishOrDuty, @"(?:si|s['’]ils?) .+", @".+ (?:si|s['’]ils?) .+"]),
        new(CueKind.Presumed,
            [
                "prétendue?s?|présumée?s?|supposée?s?|soi-disant|probablement|vraisemblablement|apparemment",
                "sans doute",
                "tout porte à croire|peut-être|on peut supposer|(?:a|ont) pu (?:être|avoir|viser)",
                "il semble(?:rait)?|semble(?:nt)? avoir|semble-t-il|selon toute (?:vraisemblance|apparence)",
            ],
            ["(?:a|ont|avait) prétendu"]),
    ];
}
