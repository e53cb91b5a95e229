using Coulisse.Signals.Claims.Cues;
using CsCheck;

namespace Coulisse.Signals.Tests.Claims;

public sealed class Suggesting_claims
{
    [Theory]
    [InlineData("en", "Snow fell. According to the ministry, the pass is closed. It was cold.", CueKind.Attributed,
        "According to the ministry, the pass is closed.", "According to")]
    [InlineData("en", "Sources said he left. He did.", CueKind.UnnamedSources, "Sources said he left.", "Sources said")]
    [InlineData("en", "The envoy is said to have called.", CueKind.Reported,
        "The envoy is said to have called.", "is said to")]
    [InlineData("en-GB", "He denied it.", CueKind.Denied, "He denied it.", "denied")]
    [InlineData("fr", "Le conseiller aurait appelé deux fois.", CueKind.Presumed,
        "Le conseiller aurait appelé deux fois.", "aurait")]
    [InlineData("fr", "Selon des sources proches du dossier, la carte est neuve.", CueKind.UnnamedSources,
        "Selon des sources proches du dossier, la carte est neuve.", "Selon des sources", "proches du dossier")]
    [InlineData("ru", "Было холодно. Колонна якобы ушла.", CueKind.Presumed, "Колонна якобы ушла.", "якобы")]
    [InlineData("ru", "Как сообщает министерство, перевал закрыт.", CueKind.Attributed,
        "Как сообщает министерство, перевал закрыт.", "сообщает")]
    public void Point_at_the_sentence_and_the_words(
        string language, string text, CueKind kind, string sentence, params string[] words)
    {
        var suggestion = Assert.Single(AttributionCues.Suggest(language, text));

        Assert.Equal(kind, suggestion.Kind);
        Assert.Equal(sentence, text.Substring(suggestion.Start, suggestion.Length));
        Assert.Equal(words, suggestion.Words.Select(w => text.Substring(w.Start, w.Length)));
    }

    [Theory]
    [InlineData("en", "The evacuation went according to plan.")]
    [InlineData("en", "The accordion was denied entry.")]
    [InlineData("fr", "Le rapport entrait dans les détails et montrait un portrait.")]
    [InlineData("fr", "Si la route était libre, ils partiraient ce soir.")]
    [InlineData("fr", "Il faudrait une autre table.")]
    [InlineData("ru", "Выше по течению стоит мельница.")]
    [InlineData("ru", "Железнодорожное сообщение прервано.")]
    [InlineData("ar", "وفقًا للوزارة، الطريق مغلق.")]
    [InlineData("en", "")]
    public void Leave_look_alikes_and_unknown_languages_alone(string language, string text) =>
        Assert.Empty(AttributionCues.Suggest(language, text));

    [Theory]
    [InlineData("Mr. Tolley met Dr. Marn. They left.", "Mr. Tolley met Dr. Marn.", "They left.")]
    [InlineData("“Stop!” he cried. Nobody did.", "“Stop!” he cried.", "Nobody did.")]
    [InlineData("He paused… and went on. Then…", "He paused… and went on.", "Then…")]
    [InlineData("It cost 3.5 million. That is all.", "It cost 3.5 million.", "That is all.")]
    [InlineData("“It is over.” The hall was silent.", "“It is over.”", "The hall was silent.")]
    [InlineData("M. Tolley et Mme Ardan sont là. Bien.", "M. Tolley et Mme Ardan sont là.", "Bien.")]
    [InlineData("« Où est-il ? » demande-t-il. Personne.", "« Où est-il ? » demande-t-il.", "Personne.")]
    [InlineData("« Non. » La salle se tait.", "« Non. »", "La salle se tait.")]
    [InlineData("И. П. Толли ушёл. Д-р Марн остался.", "И. П. Толли ушёл.", "Д-р Марн остался.")]
    [InlineData("«Стой!» — сказал он. Тишина.", "«Стой!» — сказал он.", "Тишина.")]
    [InlineData("Лес, т. е. тайга, горел. Дым.", "Лес, т. е. тайга, горел.", "Дым.")]
    [InlineData("A title\n\nA first line", "A title", "A first line")]
    [InlineData("One line\ngoes on here", "One line\ngoes on here")]
    [InlineData(" \n\n ")]
    public void Begin_with_sentences(string text, params string[] expected) =>
        Assert.Equal(expected, Sentences.Split(text).Select(s => text.Substring(s.Start, s.Length)));

    /// <summary>Whatever the text, its sentences stand in order, apart, in it, and hold all that is visible.</summary>
    [Fact]
    public void Lose_no_character_between_sentences() =>
        Gen.OneOf(Gen.String, Gen.String["ab AБ.?!…«»”\n ,1"]).Sample(text =>
        {
            var end = 0;
            foreach (var sentence in Sentences.Split(text))
            {
                Assert.True(sentence.Start >= end && sentence.Length > 0 && sentence.End <= text.Length);
                Assert.True(string.IsNullOrWhiteSpace(text[end..sentence.Start]));
                end = sentence.End;
            }
            Assert.True(string.IsNullOrWhiteSpace(text[end..]));
        });

    [Fact]
    public void Refuse_a_text_that_is_too_long() => Assert.Throws<ArgumentException>(() =>
        AttributionCues.Suggest("en", new string('a', AttributionCues.TextCharsMax + 1)));

    /// <summary>The words a reader would mark in the press report that the project began with.</summary>
    [Fact]
    public void Find_the_hedges_of_the_shared_report()
    {
        var file = SharedData.Find("press-report-fr.txt");
        Assert.SkipUnless(file is not null, "The folder ../shared/data with press-report-fr.txt is not here.");
        var text = File.ReadAllText(file!);
        var words = AttributionCues.Suggest("fr", text)
            .SelectMany(s => s.Words).Select(w => text.Substring(w.Start, w.Length)).ToArray();
        Assert.All(["citant ses sources", "Selon", "aurait", "probablement"], cue => Assert.Contains(cue, words));
    }
}
