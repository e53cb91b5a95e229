using Coulisse.Languages;

namespace Coulisse.Signals.Accounts.Endpoints;

/// <summary>Refusals in words.</summary>
internal static class Sentences
{
    public static string Of(PassphraseFault fault, InterfaceLanguage language) => fault switch
    {
        PassphraseFault.TooShort => language.Count("error.too-short", PassphraseRule.CharactersMin),
        PassphraseFault.TooLong => language.Count("error.too-long", PassphraseRule.CharactersMax),
        PassphraseFault.IsTheName => language["account.passphrase-is-name"],
        PassphraseFault.Unreadable => language["account.passphrase-characters"],
        _ => language["account.passphrase-common"],
    };
}
