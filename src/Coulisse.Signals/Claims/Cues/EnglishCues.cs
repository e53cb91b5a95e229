using System.Collections.Immutable;

namespace Coulisse.Signals.Claims.Cues;

internal static class EnglishCues
{
    private const string Media =
        "(?:agency|agencies|papers?|newspapers?|media|press|radio|television|magazine|outlets?)";
    private const string People = "(?:sources?|officials?|diplomats?|people|persons?|aides?)";

    internal static ImmutableArray<Cue> All { get; } =
    [
        new(CueKind.Attributed,
            ["according to"],
            [
                "according to (?:plan|schedule|length|size|age|rank|taste|need|custom|tradition|habit|height|weight)",
                "according to (?:the )?(?:rules?|law|season|weather|timetable|alphabet)",
            ]),
        new(CueKind.Attributed,
            [
                "said|says|stated|states that|declared|declares|announced|announces that",
                "insisted (?:that|the|it|he|she|they)|insists|replied|remarked",
                "argued that|argues|acknowledged|acknowledges|admitted|admits|conceded|confirmed|confirms",
                "added that|explained that|explained why|explains that|hinted|complain(?:s|ed) (?:of|that)",
                "warned|warns|noted|notes that|stressed|emphasi[sz]ed|asserted|asserts|pointed out|recalled|recalls",
                "maintains? that|maintained that|claimed|claims? that|claims? to",
                "[”\"’] (?:the |an? )?(?:[a-z]+ ){1,5}(?:added|explained|argued|insisted)",
            ],
            [
                "said (?:to have|to be|and done|than)|being said|easier said|that said|law says|says nothing",
                "(?:is|are|was|were) (?:also )?said",
                "(?:the|a|an|all|any|no|of|and|is|are|be|been|being|was|were) " +
                    "(?:stated|declared|announced|added|admitted|confirmed|warned|noted|claimed|stressed)",
            ]),
        new(CueKind.Attributed,
            [
                @"told (?:\w+ ){0,3}that", "told (?:the|a|an) (?:state |local )?" + Media,
                "told (?:reporters|journalists|parliament|deputies|lawmakers)",
                @"quot(?:es|ing)|(?:is|was|are|were) quoted|citing|cites|in the words of|as (?:\w+ ){1,4}put it",
                @"in (?:the )?(?:\w+ ){0,3}\w+['’]s (?:view|opinion|words|account)|in the (?:view|opinion|eyes) of",
            ]),
        new(CueKind.UnnamedSources,
            [
                "those in the room|word from inside",
                "sources? (?:said|say|says|told|close|familiar|in the|within|inside|with)",
                "(?:unnamed|anonymous|undisclosed|unidentified) " + People, "condition of anonymity|anonymously",
                People + " (?:briefed on|familiar with|close to|with (?:direct )?knowledge)",
                "not to be (?:named|identified|quoted)|wish(?:ed|ing)? to be (?:named|identified)",
                "declined to be (?:named|identified)|not authori[sz]ed to (?:speak|talk|comment)|on background",
            ]),
        new(CueKind.Reported,
            [
                "reportedly|stor(?:y|ies) (?:is|are) going round|first (?:carried|reported|published) by",
                "rumou?red|rumou?rs?|as (?:was |has been )?reported|reported (?:that|on|in|earlier|by)",
                "(?:is|are|was|were|has been|have been) (?:also |widely )?(?:reported|said|understood) (?:to|that)",
                Media + @" (?:also )?(?:reports?|reported|wrote|writes|write|carried|revealed)",
                "reports (?:that|of|from|say|said|suggest|suggested)|there (?:is|was) a report",
            ]),
        new(CueKind.Denied,
            ["deny|denies|denied|denying|denials?|not a word of truth"],
            [
                "(?:is|are|be|been|being|was|were) denied",
                "denials? of service",
                "denied (?:entry|access|myself|yourself|himself|herself|itself|themselves|nothing)",
            ]),
        new(CueKind.Denied,
            [
                "(?:reject|dismiss)(?:s|es|ed)? (?:the |these |those |all |any |such )?" +
                    @"(?:\w+ )?(?:reports?|claims?|allegations?|accusations?|suggestions?|rumou?rs?|charges?)",
                "refut(?:e|es|ed|ing)|disput(?:es|ed) (?:the|this|that|these)|contradict(?:s|ed) (?:the|this|that)",
            ]),
        new(CueKind.Presumed,
            [
                "alleged|allegedly|supposedly|purported|purportedly|presumably|presumed|apparently|probably",
                "seemingly",
                "(?:is|are|was|were) (?:widely |generally )?(?:believed|thought|assumed|feared|suspected) to",
                "(?:is|was) (?:widely |generally )?(?:believed|thought|assumed|feared) that|suspects? that",
                "(?:is|are|was|were) suspected of|(?:would|may|might|must|could) have been",
                "would (?:appear|seem)|can assume",
                "(?:appears?|seems?|seemed|appeared) (?:that|to)",
            ]),
    ];
}
