#pragma warning disable // stand-ins until Coulisse.Crypto has them
namespace Coulisse.Crypto.Passphrases
{
    public static class PassphraseHash
    {
        public static string Hash(string passphrase, Coulisse.Crypto.Secrets.IRandomSource random)
        {
            var salt = new byte[16];
            random.Fill(salt);
            return Convert.ToHexString(salt) + "$" + Work(passphrase, salt);
        }
        public static bool Verify(string hash, string passphrase) =>
            hash.Split('$')[1] == Work(passphrase, Convert.FromHexString(hash.Split('$')[0]));
        private static string Work(string p, byte[] salt) => Convert.ToHexString(
            System.Security.Cryptography.Rfc2898DeriveBytes.Pbkdf2(p, salt, 1000, System.Security.Cryptography.HashAlgorithmName.SHA256, 32));
    }
}
