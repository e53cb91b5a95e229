using Coulisse.Signals.Accounts.Names;
using CsCheck;

namespace Coulisse.Signals.Tests.Accounts.Names;

public sealed class Display_names
{
    private static readonly string[] Reserved =
    [
        "editor", "moderator", "publisher", "coulisse", "Aldermark", "rédacteur", "modérateur",
        "редактор", "модератор", "محرر", "مشرف",
    ];

    [Theory]
    [InlineData("Marta Olsen")]
    [InlineData("Zoë Łęcka-Ångström")]
    [InlineData("Nguyễn Thị Ánh")]
    [InlineData("O'Shea")]
    [InlineData("J.-P. Dufour")]
    [InlineData("Ọlábísí")]
    [InlineData("Þórdís Æ.")]
    [InlineData("Reader 42")]
    [InlineData("Анна Ковальчук")]
    [InlineData("Йосип Ґалаґан")]
    [InlineData("Ђорђе Љ.")]
    [InlineData("محمود الأمين")]
    [InlineData("مُحَمَّد")]
    [InlineData("نازنین ۱۲")]
    [InlineData("Ελένη Παπά")]
    [InlineData("Γιώργος")]
    [InlineData("ᾧδε")]
    [InlineData("李小龍")]
    [InlineData("山田たろう")]
    [InlineData("김하늘")]
    [InlineData("Tanaka 太郎")]
    [InlineData("李Bob")]
    [InlineData("דָּנִי לוי")]
    [InlineData("Արամ")]
    [InlineData("ศักดิ์ดา น้ำ")]
    [InlineData("अनिता शर्मा")]
    [InlineData("Анна Smith")]
    [InlineData("Mellitor")]
    [InlineData("Aldermarkian")]
    public void Of_honest_people_are_accepted(string typed) =>
        Assert.Equal(typed.Normalize(), Accepted(typed).Text);

    [Theory]
    [InlineData("pаypal")] // Cyrillic а
    [InlineData("рaypal")] // Cyrillic р
    [InlineData("раураӏ")] // Cyrillic throughout
    [InlineData("ρaypal")] // Greek ρ
    [InlineData("pαypal")] // Greek α
    [InlineData("ｐａｙｐａｌ")] // fullwidth
    [InlineData("𝐩𝐚𝐲𝐩𝐚𝐥")] // mathematical bold
    [InlineData("𝓅𝒶𝓎𝓅𝒶𝓁")] // mathematical script
    [InlineData("ⓟⓐⓨⓟⓐⓛ")] // circled
    [InlineData("ᴘaypal")] // small capital
    [InlineData("pay\u200Dpal")] // zero-width joiner
    [InlineData("pay\u200Bpal")] // zero-width space
    [InlineData("pay\u00ADpal")] // soft hyphen
    [InlineData("pay\u034Fpal")] // grapheme joiner
    [InlineData("paypal\uFE0F")] // variation selector
    [InlineData("paypal\u3164")] // Hangul filler
    [InlineData("\u202Elapyap")] // right-to-left override
    [InlineData("\u2067paypal\u2069")] // isolate
    [InlineData("pay\u061Cpal")] // Arabic letter mark
    [InlineData("paypa\u0338l")] // overlaid stroke
    [InlineData("paypal\u0307")] // dot above on l
    [InlineData("pa\u0301\u0302\u0303ypal")] // a stack of marks
    [InlineData("paypa1")]
    [InlineData("paypaI")]
    [InlineData("PAYPAL")]
    [InlineData("Pay Pal")]
    [InlineData("Pay-Pal.")]
    [InlineData("РАУРАІ")] // Cyrillic capitals
    public void That_pose_as_another_are_refused_or_collide(string spoof) =>
        Assert.True(DisplayName.Check(spoof) is not DisplayNameVerdict.Accepted { Name: var name }
            || name.Skeleton == Accepted("paypal").Skeleton);

    [Theory]
    [InlineData("a", DisplayNameRefusal.TooShort)]
    [InlineData("", DisplayNameRefusal.TooShort)]
    [InlineData("   ", DisplayNameRefusal.TooShort)]
    [InlineData("e\u0301", DisplayNameRefusal.TooShort)]
    [InlineData("ab\u200B", DisplayNameRefusal.InvisibleCharacter)]
    [InlineData("ab\u0000", DisplayNameRefusal.InvisibleCharacter)]
    [InlineData("ab\u202Ecd", DisplayNameRefusal.InvisibleCharacter)]
    [InlineData("a\nb", DisplayNameRefusal.InvisibleCharacter)]
    [InlineData("a\u00A0b", DisplayNameRefusal.ForbiddenCharacter)]
    [InlineData("a@b", DisplayNameRefusal.ForbiddenCharacter)]
    [InlineData("<b>", DisplayNameRefusal.ForbiddenCharacter)]
    [InlineData("anna🙂", DisplayNameRefusal.ForbiddenCharacter)]
    [InlineData("ab\uD800", DisplayNameRefusal.ForbiddenCharacter)]
    [InlineData("Ⅷ Leo", DisplayNameRefusal.ForbiddenCharacter)]
    [InlineData("x\u0301\u0302\u0303x", DisplayNameRefusal.TooManyMarks)]
    [InlineData("li\u0307sa", DisplayNameRefusal.HiddenMark)]
    [InlineData("li\u0323\u0307sa", DisplayNameRefusal.HiddenMark)]
    [InlineData("o\u0338le", DisplayNameRefusal.HiddenMark)]
    [InlineData("7\u0301ab", DisplayNameRefusal.HiddenMark)]
    [InlineData("аnna", DisplayNameRefusal.MixedScripts)]
    [InlineData("Annα", DisplayNameRefusal.MixedScripts)]
    [InlineData("אבג-abгд", DisplayNameRefusal.MixedScripts)]
    [InlineData("ab 1\u0661", DisplayNameRefusal.MixedDigits)]
    [InlineData("2022", DisplayNameRefusal.NoLetter)]
    [InlineData("4-2.", DisplayNameRefusal.NoLetter)]
    [InlineData("-anna", DisplayNameRefusal.Punctuation)]
    [InlineData("an--na", DisplayNameRefusal.Punctuation)]
    public void Are_refused_with_the_reason(string typed, DisplayNameRefusal reason) =>
        Assert.Equal(new DisplayNameVerdict.Refused(reason), DisplayName.Check(typed));

    [Theory]
    [InlineData(40, true)]
    [InlineData(41, false)]
    public void Are_measured_as_a_reader_counts(int characters, bool accepted)
    {
        var typed = string.Concat(Enumerable.Repeat("ạ\u0301", characters));
        Assert.Equal(accepted, DisplayName.Check(typed) is DisplayNameVerdict.Accepted);
    }

    [Theory]
    [InlineData("Editor")]
    [InlineData("EDITOR")]
    [InlineData("The Editor")]
    [InlineData("e d i t o r")]
    [InlineData("E.D.I.T.O.R.")]
    [InlineData("Edit0r")]
    [InlineData("ëdîtór")]
    [InlineData("Rnoderator 1")]
    [InlineData("Moderator-Anna")]
    [InlineData("Aldermark press")]
    [InlineData("A1dermark")]
    [InlineData("Redacteur")]
    [InlineData("РЕДАКТОР")]
    [InlineData("المحرر محرر")]
    public void That_speak_for_the_publication_are_refused(string typed)
    {
        Assert.IsType<DisplayNameVerdict.Accepted>(DisplayName.Check(typed));
        Assert.Equal(new DisplayNameVerdict.Refused(DisplayNameRefusal.Reserved), DisplayName.Check(typed, Reserved));
    }

    [Theory]
    [InlineData("Mellitor")]
    [InlineData("Aldermarkian")]
    [InlineData("Edith Orr")]
    public void That_only_resemble_a_reserved_word_are_accepted(string typed) =>
        Assert.IsType<DisplayNameVerdict.Accepted>(DisplayName.Check(typed, Reserved));

    [Theory]
    [InlineData("Вера", "вера")]
    [InlineData("Вера", "ВЕРА")]
    [InlineData("НАТАША", "Наташа")]
    [InlineData("corner", "comer")]
    [InlineData("0lga", "Olga")]
    [InlineData("Bill", "BiIl")]
    [InlineData("Сосо", "Coco")]
    [InlineData("ИВАН\u2019", "Иван'")]
    [InlineData("Jean Paul", "jean-paul")]
    [InlineData("Ελένη", "ΕΛΈΝΗ")]
    public void That_look_alike_have_one_skeleton(string one, string other) =>
        Assert.Equal(Accepted(one).Skeleton, Accepted(other).Skeleton);

    [Theory]
    [InlineData("Anna", "Hanna")]
    [InlineData("José", "Jose")]
    [InlineData("Вера", "Вира")]
    [InlineData("李", "季")]
    public void That_differ_have_two_skeletons(string one, string other) =>
        Assert.NotEqual(Confusables.CaselessSkeleton(one), Confusables.CaselessSkeleton(other));

    /// <summary>UTS #39 as ICU answers it: the mapping itself, case kept.</summary>
    [Theory]
    [InlineData("paypal", "paypal")]
    [InlineData("pаypal", "paypal")]
    [InlineData("I1l|", "llll")]
    [InlineData("0O", "OO")]
    [InlineData("modem", "rnodern")]
    [InlineData("η", "n\u0329")]
    [InlineData("a\u200Bb", "ab")]
    public void Have_the_skeleton_that_the_standard_gives(string text, string expected) =>
        Assert.Equal(expected, Confusables.Skeleton(text));

    [Fact]
    public void Are_judged_whatever_is_typed() => Gen.String.Sample(typed =>
    {
        if (DisplayName.Check(typed, Reserved) is DisplayNameVerdict.Accepted { Name: var name })
        {
            Assert.Equal(new DisplayNameVerdict.Accepted(name), DisplayName.Check(name.Text, Reserved));
            Assert.NotEqual("", name.Skeleton);
        }
    });

    /// <summary>Whoever swaps letters for their look-alikes gains nothing.</summary>
    [Fact]
    public void Cannot_be_taken_twice_by_swapping_look_alikes() =>
        (from name in Gen.Char["abcdeghijklmnopqrsuvwxyzABCEHIJKLMNOPSTXZ"].Array[2, 12]
         from swap in Gen.Bool.Array[12]
         select (name, swap))
        .Sample(typed =>
        {
            const string latin = "aceijopsxyABCEHIJKMOPSTX";
            const string cyrillic = "асеіјорѕхуАВСЕНІЈКМОРЅТХ";
            var spoof = string.Concat(typed.name.Select((c, i) =>
                typed.swap[i] && latin.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? cyrillic[at] : c));
            Assert.Equal(Confusables.CaselessSkeleton(new(typed.name)), Confusables.CaselessSkeleton(spoof));
        });

    private static DisplayName Accepted(string typed) =>
        Assert.IsType<DisplayNameVerdict.Accepted>(DisplayName.Check(typed)).Name;
}
