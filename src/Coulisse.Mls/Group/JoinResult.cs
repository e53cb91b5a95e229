using Coulisse.Mls.Errors;
using Coulisse.Mls.KeyPackages;
using Coulisse.Mls.Welcomes;

namespace Coulisse.Mls.Group;

/// <summary>What a welcome came to. No record: the group holds secrets.</summary>
public abstract class JoinResult
{
    private JoinResult() { }

    /// <summary>This client is a member. Its key package is used up: dispose the bundle, and never use it
    /// again.</summary>
    public sealed class Joined : JoinResult
    {
        internal Joined(MlsGroup group, KeyPackageRef used, GroupInfo groupInfo) =>
            (Group, Used, GroupInfo) = (group, used, groupInfo);

        public MlsGroup Group { get; }

        /// <summary>Which key package the welcome named.</summary>
        public KeyPackageRef Used { get; }

        /// <summary>What the signer told joiners.</summary>
        public GroupInfo GroupInfo { get; }
    }

    /// <summary>The welcome breaks a rule, or is not for this client.</summary>
    public sealed class Rejected : JoinResult
    {
        internal Rejected(MlsError error) => Error = error;

        public MlsError Error { get; }
    }
}
