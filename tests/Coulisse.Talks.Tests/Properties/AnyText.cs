using Coulisse.Talks.Acts;
using Coulisse.Talks.Tests.Scenes;
using Coulisse.Talks.Values;
using CsCheck;

namespace Coulisse.Talks.Tests.Properties;

/// <summary>A glossary marks any text: unpaired surrogates, marks without letters, anything.</summary>
public sealed class AnyText
{
    private static readonly Gen<string> Text = Gen.OneOf(Gen.String,
        Gen.Char["aäßſАЁёмостالجسر\u064b\u0640红线 \u0301\ud83d\udc3b\ufffe\0İıΣς'’-\n"].Array[0, 40]
            .Select(chars => new string(chars)));

    [Fact]
    public void Marks_lie_in_the_text_apart_from_each_other_and_in_order() =>
        (from words in Text.Array[1, 4]
         from text in Text
         select (words, text))
        .Sample(run =>
        {
            var scene = new Scene();
            foreach (var word in run.words.Where(word => Scalars.IsPlain(word) && !string.IsNullOrWhiteSpace(word)
                && Scalars.Count(word) <= ActLimits.NameScalarsMax))
                scene.Does(People.Interpreter, new TalkAct.TermRaised(Scene.En(word)));
            var end = 0;
            foreach (var mark in scene.Talk.Glossary.Mark(run.text, "en"))
            {
                Assert.InRange(mark.Range.Start, end, mark.Range.End - 1);
                end = mark.Range.End;
            }
            Assert.InRange(end, 0, Scalars.Count(run.text));
        }, iter: 2_000);

    [Fact]
    public void A_cut_is_what_the_runes_say() => (from text in Text
                                                  from start in Gen.Int[-1, 20]
                                                  from end in Gen.Int[-1, 20]
                                                  select (text, start, end))
        .Sample(run =>
        {
            var runes = run.text.EnumerateRunes().Select(rune => rune.ToString()).ToArray();
            var expected = run.start >= 0 && run.end > run.start && run.end <= runes.Length
                ? string.Concat(runes[run.start..run.end]) : null;
            var cut = Scalars.Cut(run.text, new(run.start, run.end));
            // An unpaired surrogate is one place, and is not replaced by what is cut.
            Assert.Equal(expected,
                cut is null ? null : string.Concat(cut.EnumerateRunes().Select(rune => rune.ToString())));
        }, iter: 5_000);
}
