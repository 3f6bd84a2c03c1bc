<?php
/**
 * As much of WordPress and WooCommerce as the plugin asks for, and a walk through it: a page, what the script sends with the
 * cart, an order of either checkout, an emptied cart. Prints what came of it as JSON.
 */

define( 'ABSPATH', '/' );
define( 'ARRAY_A', 'ARRAY_A' );

$hooks = array();
$store = array();
$said  = array();

function add_action( $name, $callback ) {
	global $hooks;
	$hooks[ $name ][] = $callback;
}
function add_filter( $name, $callback ) {
	add_action( $name, $callback );
}
function run_hook( $name, $value = null ) {
	global $hooks;
	foreach ( $hooks[ $name ] ?? array() as $callback ) {
		$value = $callback( $value );
	}
	return $value;
}
function apply_filters( $name, $value ) {
	return 'discount_keeper_options' === $name ? array( 'data-ttl-days' => '14' ) : $value;
}
function is_customize_preview() {
	return false;
}
function plugins_url( $path, $file ) {
	return 'https://shop.example/plugins/' . basename( dirname( $file ) ) . '/' . $path;
}
function wp_enqueue_script( ...$script ) {
	global $said;
	$said['script'] = $script;
}
function sanitize_text_field( $text ) {
	return trim( strip_tags( $text ) );
}
function woocommerce_store_api_register_update_callback( $extension ) {
	global $store;
	$store['update'] = $extension;
}
function woocommerce_store_api_register_endpoint_data( $extension ) {
	global $store;
	$store['data'] = $extension;
}

/** The shopper's session. */
class Session {
	private $values = array();
	public function get( $key, $otherwise = null ) {
		return $this->values[ $key ] ?? $otherwise;
	}
	public function set( $key, $value ) {
		$this->values[ $key ] = $value;
	}
}

/** An order that is being made. */
class Order {
	public $meta  = array();
	public $saved = array();
	public function update_meta_data( $key, $value ) {
		$this->meta[ $key ] = $value;
	}
	public function save_meta_data() {
		$this->saved = $this->meta;
	}
}

$shop = (object) array( 'session' => null );
function WC() {
	global $shop;
	return $shop;
}

require $argv[1];

run_hook( 'wp_enqueue_scripts' );
$said['tag']   = run_hook( 'wp_script_attributes', array( 'id' => 'discount-keeper-js' ) );
$said['other'] = run_hook( 'wp_script_attributes', array( 'id' => 'jquery-js' ) );

run_hook( 'woocommerce_blocks_loaded' );
$said['update'] = $store['update']['namespace'];
$said['data']   = array( $store['data']['endpoint'], $store['data']['namespace'], $store['data']['schema_type'] );
$said['schema'] = array_keys( $store['data']['schema_callback']() );

$keep = $store['update']['callback'];
$kept = $store['data']['data_callback'];
$keep( array( 'cc-ref' => 'amy' ) );
$said['without_session'] = $kept();

$shop->session = new Session();
$keep(
	array(
		'cc-discount-code' => str_repeat( 'A', 600 ),
		'cc-ref'           => '<b>amy</b>',
		'else'             => 'x',
	)
);
$said['bounded'] = array_map( 'strlen', $kept() );
$keep( array( 'cc-discount-code' => 'SAVE10', 'cc-ref' => array( 'amy' ) ) );
$said['replaced'] = $kept();
$keep( array( 'cc-discount-code' => 'SAVE10', 'cc-ref' => 'amy' ) );
$said['kept'] = $kept();

$classic = new Order();
run_hook( 'woocommerce_checkout_create_order', $classic );
$block = new Order();
run_hook( 'woocommerce_store_api_checkout_update_order_meta', $block );
$said['orders'] = array( 'classic' => $classic->meta, 'block' => $block->saved );

run_hook( 'woocommerce_cart_emptied' );
$said['emptied'] = $kept();
run_hook( 'before_woocommerce_init' );

echo json_encode( $said );
